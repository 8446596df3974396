import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  errorAt,
  finding,
  findingsOfIssues,
  warningAt,
} from '@ghostlight/reliability-common';
import type { CompositeMember, Finding, Indicator } from '../objective';
import { checkSli } from './checkSli';
import type { CompileContext } from './compileObjectives';
import { reference } from './schema/common';
import type { Metric, ObjectiveSpec, SliSpec, SloSpec } from './SloDocument';
import { resolveSource } from './resolveSource';

const compositeSpec = z.strictObject({
  members: z
    .array(
      z.strictObject({
        ref: reference,
        weight: z.number().gt(0).max(1_000_000).default(1),
      }),
    )
    .min(1)
    .max(500),
});

/** The indicator of one objective, with its references followed. */
export function compileIndicator(
  holder: Pick<SloSpec, 'indicator' | 'indicatorRef'>,
  objective: ObjectiveSpec,
  holderPath: string,
  objectivePath: string,
  context: CompileContext,
): { indicator?: Indicator; findings: Finding[] } {
  const located = locate(holder, holderPath, context);
  if (!located.spec) return { findings: located.findings };
  const { spec, path } = located;
  const { thresholdMetric, ratioMetric } = spec;
  if (thresholdMetric) {
    return compileThreshold(
      thresholdMetric,
      objective,
      `${path}.thresholdMetric`,
      objectivePath,
      context,
    );
  }
  const at = `${path}.ratioMetric`;
  const ignored =
    objective.value === undefined
      ? []
      : [
          warningAt(
            `${objectivePath}.value`,
            'ignored-field',
            'A ratio is not compared with a value; this field does nothing.',
            { found: objective.value },
          ),
        ];
  const { raw, rawType, good, bad, total, counter } = ratioMetric ?? {};
  if (raw) {
    const source = resolveSource(raw, `${at}.raw`, context);
    if (source.name === 'composite') {
      const members = compileMembers(raw, `${at}.raw`, context);
      return {
        ...(members.members
          ? {
              indicator: {
                kind: 'composite',
                source: 'composite',
                members: members.members,
              },
            }
          : {}),
        findings: [...ignored, ...members.findings],
      };
    }
    if (!source.name || !rawType) {
      return { findings: [...ignored, ...source.findings] };
    }
    return {
      indicator: {
        kind: 'raw',
        source: source.name,
        rawType,
        raw: { query: source.query },
      },
      findings: [...ignored, ...source.findings],
    };
  }
  const part = good ? 'good' : 'bad';
  const partSource = resolveSource((good ?? bad)!, `${at}.${part}`, context);
  const totalSource = resolveSource(total!, `${at}.total`, context);
  const findings = [
    ...ignored,
    ...partSource.findings,
    // The same unknown source twice is one finding.
    ...totalSource.findings.filter(
      ({ code }) => !partSource.findings.some(other => other.code === code),
    ),
  ];
  if (!partSource.name || !totalSource.name) return { findings };
  if (partSource.name !== totalSource.name) {
    return {
      findings: [
        ...findings,
        errorAt(at, 'mixed-sources', 'Both counts come from one source.', {
          found: `${partSource.name} and ${totalSource.name}`,
          allowed: 'the same source for both',
        }),
      ],
    };
  }
  if (totalSource.name === 'push') {
    return { indicator: { kind: 'push', source: 'push' }, findings };
  }
  if (totalSource.name === 'composite') {
    return {
      findings: [
        ...findings,
        errorAt(at, 'invalid', 'A composite is written as one raw ratio.', {
          found: `${part} and total`,
          allowed: 'rawType: success and raw with metricSource.type composite',
        }),
      ],
    };
  }
  if (counter === undefined) {
    findings.push(
      finding(
        'info',
        `${at}.counter`,
        'assumed-counter',
        'Taken for counters that only grow.',
        { found: undefined, allowed: 'true | false' },
      ),
    );
  }
  return {
    indicator: {
      kind: 'ratio',
      source: totalSource.name,
      counter: counter ?? true,
      ...(good
        ? { good: { query: partSource.query } }
        : { bad: { query: partSource.query } }),
      total: { query: totalSource.query },
    },
    findings,
  };
}

/** Where an indicator is written. */
export function indicatorPath(
  { indicator }: Pick<SloSpec, 'indicator'>,
  holderPath: string,
): string {
  return indicator
    ? `${holderPath}.indicator.spec`
    : `${holderPath}.indicatorRef`;
}

function locate(
  holder: Pick<SloSpec, 'indicator' | 'indicatorRef'>,
  path: string,
  context: CompileContext,
): { spec?: SliSpec; path: string; findings: Finding[] } {
  const at = indicatorPath(holder, path);
  if (holder.indicator) {
    return { spec: holder.indicator.spec, path: at, findings: [] };
  }
  const name = holder.indicatorRef;
  const document = name ? context.lookup('SLI', name) : undefined;
  if (document?.kind !== 'SLI') {
    return {
      path: at,
      findings: [
        errorAt(
          at,
          name ? 'unknown-reference' : 'missing',
          name
            ? 'There is no SLI of this name, or it is invalid.'
            : 'An SLO has an indicator.',
          { found: name, allowed: 'the name of an SLI document' },
        ),
      ],
    };
  }
  const broken = checkSli(document.spec, at);
  return broken.some(({ severity }) => severity === 'error')
    ? { path: at, findings: broken }
    : { spec: document.spec, path: at, findings: [] };
}

function compileThreshold(
  metric: Metric,
  objective: ObjectiveSpec,
  path: string,
  objectivePath: string,
  context: CompileContext,
): { indicator?: Indicator; findings: Finding[] } {
  const { op, value } = objective;
  if (op === undefined || value === undefined) {
    const field = op === undefined ? 'op' : 'value';
    return {
      findings: [
        errorAt(
          `${objectivePath}.${field}`,
          'missing',
          'A threshold metric is compared with op and value.',
          {
            found: undefined,
            allowed: field === 'op' ? 'lte | gte | lt | gt' : 'a number',
          },
        ),
      ],
    };
  }
  const source = resolveSource(metric, path, context);
  if (source.name === 'push' || source.name === 'composite') {
    return {
      findings: [
        errorAt(
          `${path}.metricSource`,
          'invalid',
          'This source has counts, not values.',
          { found: source.name, allowed: 'ratioMetric' },
        ),
      ],
    };
  }
  return source.name
    ? {
        indicator: {
          kind: 'threshold',
          source: source.name,
          metric: { query: source.query },
          operator: op,
          threshold: value,
        },
        findings: source.findings,
      }
    : { findings: source.findings };
}

function compileMembers(
  metric: Metric,
  path: string,
  context: CompileContext,
): { members?: CompositeMember[]; findings: Finding[] } {
  const at = `${path}.metricSource.spec`;
  const spec = metric.metricSource.spec ?? {};
  const parsed = compositeSpec.safeParse(spec);
  if (!parsed.success) {
    return {
      findings: findingsOfIssues(parsed.error.issues, spec, compositeSpec).map(
        found => ({
          ...found,
          severity: 'error',
          path: found.path ? `${at}.${found.path}` : at,
        }),
      ),
    };
  }
  const findings: Finding[] = [];
  const members = parsed.data.members.flatMap(({ ref, weight }, i) => {
    const full = memberRef(ref, context.documentRef);
    const isSelf = full?.split('~')[0] === context.documentRef;
    if (full && !isSelf) return [{ ref: full, weight }];
    findings.push(
      errorAt(
        `${at}.members[${i}].ref`,
        'invalid',
        isSelf
          ? 'A composite cannot have itself as a member.'
          : 'Not the ref of an objective.',
        { found: ref, allowed: 'slo:namespace/name, name or name~objective' },
      ),
    );
    return [];
  });
  return findings.length ? { findings } : { members, findings };
}

function memberRef(ref: string, documentRef: string): string | undefined {
  const [document, ...objective] = ref.split('~');
  try {
    const full = stringifyEntityRef(
      parseEntityRef(document, {
        defaultKind: 'slo',
        defaultNamespace: parseEntityRef(documentRef).namespace,
      }),
    );
    return [full, ...objective.map(name => name.toLowerCase())].join('~');
  } catch {
    return undefined;
  }
}
