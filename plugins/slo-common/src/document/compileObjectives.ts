import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Finding, Indicator, Objective } from '../objective';
import { compileIndicator } from './compileIndicator';
import { compilePairs } from './compilePairs';
import { compilePolicy } from './compilePolicy';
import { compileWindow, nominalSeconds } from './compileWindow';
import { compositeOf } from './compositeOf';
import { parseDuration } from './duration';
import { errorAt, warningAt } from './findings';
import { lintObjective } from './lintObjective';
import type { ObjectiveSpec, SloDocumentOfKind, SloSpec } from './SloDocument';
import type { SloDocument } from './SloDocument';
import { targetOf } from './targetOf';

/**
 * What a compilation may ask about the world around the document.
 *
 * @public
 */
export interface CompileContext {
  /** Full ref of the SLO entity. */
  documentRef: string;
  /** Full ref of what is measured; from `spec.service` by default. */
  entityRef?: string;
  /** A document of the SLO's namespace, by kind and name. */
  lookup(kind: string, name: string): SloDocument | undefined;
  /** Whether a source of that name is configured; not asked for push and composite. */
  sourceExists?(name: string): boolean;
  /** Full ref of the policy that selects the entity, for an SLO that names none. */
  selectedPolicy?: {
    ref: string;
    document: SloDocumentOfKind<'ErrorBudgetPolicy'>;
  };
}

/**
 * Compiles an SLO: follows its references, fills in defaults and explains settings that cannot
 * work. A finding of severity `error` takes away the objective it concerns, unless the objective
 * can still be kept without measuring it (`unknown-source`, an unknown policy or alert policy).
 *
 * @public
 */
export function compileObjectives(
  slo: SloDocumentOfKind<'SLO'>,
  context: CompileContext,
): { objectives: Objective[]; findings: Finding[] } {
  const { spec } = slo;
  const { window, findings } = compileWindow(
    spec.timeWindow[0],
    'spec.timeWindow[0]',
  );
  const entityRef = context.entityRef ?? entityRefOf(spec, context.documentRef);
  if (!entityRef) {
    findings.push(
      errorAt('spec.service', 'invalid', 'Not an entity.', {
        found: spec.service,
        allowed: 'the name of a component, or kind:namespace/name',
      }),
    );
  }
  if (!window || !entityRef) return { objectives: [], findings };

  const policy = compilePolicy(slo, context);
  findings.push(...policy.findings);

  const names = namesOf(spec.objectives, findings);
  const shared = indicatorCache(spec, context, findings);
  const title =
    slo.metadata.displayName ?? slo.metadata.title ?? slo.metadata.name;
  const description = spec.description ?? slo.metadata.description;

  const compiled = spec.objectives.flatMap((written, i) => {
    const path = `spec.objectives[${i}]`;
    const { target } = targetOf(written, path);
    const indicator = shared(written, path);
    if (target === undefined || !indicator) return [];
    const pairs = compilePairs(spec, nominalSeconds(window), target, context);
    if (i === 0) findings.push(...pairs.findings);
    const objective: Objective = {
      ref:
        names.length > 1
          ? `${context.documentRef}~${names[i]}`
          : context.documentRef,
      documentRef: context.documentRef,
      entityRef,
      title:
        names.length > 1
          ? `${title}: ${written.displayName ?? names[i]}`
          : title,
      ...(description ? { description } : {}),
      target,
      ...methodOf(spec, written),
      window,
      indicator,
      pairs: pairs.pairs,
      policyRef: policy.policyRef,
      alertBelow: policy.alertBelow,
    };
    findings.push(...lintObjective(objective, path));
    return [{ objective, weight: written.compositeWeight }];
  });

  const objectives = compiled.map(({ objective }) => objective);
  const isComposite =
    spec.objectives.length > 1 &&
    spec.objectives.some(
      ({ indicator, indicatorRef, compositeWeight }) =>
        indicator || indicatorRef || compositeWeight !== undefined,
    );
  if (isComposite && compiled.length === spec.objectives.length) {
    objectives.unshift(compositeOf(compiled, title));
  }
  return { objectives, findings };
}

function entityRefOf(spec: SloSpec, documentRef: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(spec.service, {
        defaultKind: 'component',
        defaultNamespace: parseEntityRef(documentRef).namespace,
      }),
    );
  } catch {
    return undefined;
  }
}

/** Lower-kebab display names, or 1-based positions where there is none or it is taken. */
function namesOf(objectives: ObjectiveSpec[], findings: Finding[]): string[] {
  const taken = new Set<string>();
  return objectives.map(({ displayName }, i) => {
    const kebab = displayName
      ?.toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    if (kebab && taken.has(kebab)) {
      findings.push(
        warningAt(
          `spec.objectives[${i}].displayName`,
          'duplicate-name',
          `Another objective is called so; this one goes by its position, ${
            i + 1
          }.`,
          { found: displayName, allowed: 'a name of its own' },
        ),
      );
    }
    const name = kebab && !taken.has(kebab) ? kebab : String(i + 1);
    taken.add(name);
    return name;
  });
}

/** The SLO's own indicator is compiled once per operator and value, and complained about once. */
function indicatorCache(
  spec: SloSpec,
  context: CompileContext,
  findings: Finding[],
): (objective: ObjectiveSpec, path: string) => Indicator | undefined {
  const said = new Set<string>();
  return (objective, path) => {
    const own = objective.indicator || objective.indicatorRef;
    const result = compileIndicator(
      own ? objective : spec,
      objective,
      own ? path : 'spec',
      path,
      context,
    );
    for (const found of result.findings) {
      const key = JSON.stringify(found);
      if (!said.has(key)) findings.push(found);
      said.add(key);
    }
    return result.indicator;
  };
}

function methodOf(
  spec: SloSpec,
  objective: ObjectiveSpec,
): Pick<Objective, 'method' | 'timeSlice'> {
  if (spec.budgetingMethod === 'Occurrences') return { method: 'occurrences' };
  const written = objective.timeSliceWindow;
  const text = typeof written === 'number' ? `${written}m` : written ?? '1m';
  const seconds = parseDuration(text)?.seconds ?? 60;
  return spec.budgetingMethod === 'Timeslices'
    ? {
        method: 'timeslices',
        timeSlice: { seconds, target: objective.timeSliceTarget ?? 1 },
      }
    : { method: 'ratio-timeslices', timeSlice: { seconds, target: 1 } };
}
