import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { errorAt, warningAt } from '@ghostlight/reliability-common';
import type { Finding, Objective } from '../objective';
import { compileIndicator, indicatorPath } from './compileIndicator';
import { compilePairs } from './compilePairs';
import { compilePolicy } from './compilePolicy';
import { compileWindow, nominalSeconds } from './compileWindow';
import { compositeOf } from './compositeOf';
import { parseDuration } from './duration';
import { lintObjective } from './lintObjective';
import type { ObjectiveSpec, SloDocumentOfKind, SloSpec } from './SloDocument';
import type { SloDocument } from './SloDocument';
import { targetOf, targetPath } from './targetOf';

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
  const findings: Finding[] = [];
  const said = new Set<string>();
  // What objectives share is complained about once.
  const say = (found: Finding[]) => {
    for (const finding of found) {
      const key = JSON.stringify(finding);
      if (!said.has(key)) findings.push(finding);
      said.add(key);
    }
  };
  const { window, findings: wrongWindow } = compileWindow(
    spec.timeWindow[0],
    'spec.timeWindow[0]',
  );
  say(wrongWindow);
  const entityRef = context.entityRef ?? entityRefOf(spec, context.documentRef);
  if (!entityRef) {
    say([
      errorAt('spec.service', 'invalid', 'Not an entity.', {
        found: spec.service,
        allowed: 'the name of a component, or kind:namespace/name',
      }),
    ]);
  }
  if (!window || !entityRef) return { objectives: [], findings };

  const policy = compilePolicy(slo, context);
  say(policy.findings);

  const { names, findings: twice } = namesOf(spec.objectives);
  say(twice);
  const title =
    slo.metadata.displayName ?? slo.metadata.title ?? slo.metadata.name;
  const description = spec.description ?? slo.metadata.description;

  const compiled = spec.objectives.flatMap((written, i) => {
    const path = `spec.objectives[${i}]`;
    const { target } = targetOf(written, path);
    const isOwn = written.indicator || written.indicatorRef;
    const [holder, holderPath] = isOwn ? [written, path] : [spec, 'spec'];
    const { indicator, findings: wrongIndicator } = compileIndicator(
      holder,
      written,
      holderPath,
      path,
      context,
    );
    say(wrongIndicator);
    if (target === undefined || !indicator) return [];
    const pairs = compilePairs(spec, nominalSeconds(window), target, context);
    say(pairs.findings);
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
      place: {
        target: targetPath(written, path),
        indicator: indicatorPath(holder, holderPath),
      },
    };
    const unworkable = lintObjective(objective, path);
    say(unworkable);
    return unworkable.some(({ severity }) => severity === 'error')
      ? []
      : [{ objective, weight: written.compositeWeight }];
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
function namesOf(objectives: ObjectiveSpec[]): {
  names: string[];
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const taken = new Set<string>();
  const names = objectives.map(({ displayName }, i) => {
    const kebab = (displayName ?? '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    let name = kebab || String(i + 1);
    for (let n = 1; taken.has(name); n++) {
      name = n === 1 ? String(i + 1) : `${i + 1}-${n}`;
    }
    if (kebab && name !== kebab) {
      findings.push(
        warningAt(
          `spec.objectives[${i}].displayName`,
          'duplicate-name',
          `Another objective is called so; this one goes by ${name}.`,
          { found: displayName, allowed: 'a name of its own' },
        ),
      );
    }
    taken.add(name);
    return name;
  });
  return { names, findings };
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
