import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import {
  checkComposites,
  checkDocument,
  compileObjectives,
  type Finding,
  type Minute,
  type Objective,
  placeQueryFindings,
  selectPolicy,
  type SloDocument,
} from '@ghostlight/plugin-slo-common';
import type { Source, SourceIndicator } from '@ghostlight/plugin-slo-node';
import type { DocumentRow } from '../service/database/getDocument';
import { historyFindings } from './historyFindings';
import type { Belonging } from './readBelongings';

/** A document after checking and compiling: what it concerns and what was found. */
export interface CompiledDocument {
  ref: string;
  document?: SloDocument;
  entityRef?: string;
  findings: Finding[];
}

/** What documents are compiled against. */
export interface Surroundings {
  sources: ReadonlyMap<string, Source>;
  /** How far back each source can look. */
  oldest: ReadonlyMap<string, Minute | undefined>;
  /** Of the measured entities. */
  belongings: ReadonlyMap<string, Belonging>;
  /** Epoch seconds. */
  now: number;
}

/** Checks every document by itself. Yields to the event loop now and then. */
export async function checkDocuments(
  rows: DocumentRow[],
): Promise<Map<string, CompiledDocument>> {
  const checked = new Map<string, CompiledDocument>();
  for (const [index, { ref, kind, entity }] of rows.entries()) {
    if (index % 100 === 99) await pause();
    checked.set(ref, {
      ref,
      entityRef: kind === 'slo' ? measuredEntityRef(entity) : undefined,
      ...checkDocument(entity),
    });
  }
  return checked;
}

/**
 * Compiles checked documents and adds what is found to each. One that is wrong has findings and no
 * objectives; it changes nothing for the others.
 */
export async function compileDocuments(
  checked: ReadonlyMap<string, CompiledDocument>,
  surroundings: Surroundings,
): Promise<Objective[]> {
  const policies = policiesOf(checked);
  const objectives = new Map<string, Objective>();
  let compiled = 0;
  for (const outcome of checked.values()) {
    const { document, entityRef } = outcome;
    if (document?.kind !== 'SLO') continue;
    if (++compiled % 100 === 0) await pause();
    const { namespace } = parseEntityRef(outcome.ref);
    const entity = surroundings.belongings.get(entityRef ?? '')?.entity;
    const result = compileObjectives(document, {
      documentRef: outcome.ref,
      entityRef,
      lookup: (kind, name) =>
        checked.get(refOf(kind, name, namespace))?.document,
      sourceExists: name => surroundings.sources.has(name),
      selectedPolicy: entity && selectPolicy(policies, entity),
    });
    outcome.findings.push(...result.findings);
    if (entityRef && !entity) outcome.findings.push(unknownEntity(entityRef));
    outcome.findings.push(
      ...distinct(
        result.objectives.flatMap(objective =>
          sourceFindings(objective, surroundings),
        ),
      ),
    );
    for (const objective of result.objectives) {
      objectives.set(objective.ref, objective);
    }
  }
  const composites = checkComposites([...objectives.values()]);
  for (const [ref, findings] of composites.findings) {
    checked.get(ref)?.findings.push(...findings);
  }
  return composites.objectives;
}

function policiesOf(checked: ReadonlyMap<string, CompiledDocument>) {
  return [...checked].flatMap(([ref, { document }]) =>
    document?.kind === 'ErrorBudgetPolicy' ? [{ ref, document }] : [],
  );
}

/** Measured all the same: the entity may be on its way, or misspelt. */
function unknownEntity(entityRef: string): Finding {
  return {
    severity: 'warning',
    code: 'unknown-entity',
    path: 'spec.service',
    message:
      'No such entity is in the catalog, so the objective has no owner and shows on no page of a service.',
    found: entityRef,
    allowed: 'the name of a component, or kind:namespace/name',
  };
}

/** What the source says about the queries, and what its history means for the window. */
function sourceFindings(
  objective: Objective,
  { sources, oldest, now }: Surroundings,
): Finding[] {
  const { indicator } = objective;
  if (indicator.kind === 'push' || indicator.kind === 'composite') return [];
  const source = sources.get(indicator.source);
  if (!source) return [];
  return [
    ...placeQueryFindings(checkedBy(source, indicator), objective),
    ...historyFindings(objective, oldest.get(source.name), now),
  ];
}

/** A source that fails at this fails for one objective, and not for all of them. */
function checkedBy(source: Source, indicator: SourceIndicator): Finding[] {
  try {
    return source.check(indicator);
  } catch (error) {
    return [
      {
        severity: 'error',
        code: 'unchecked-query',
        path: 'spec.indicator',
        message: `The source ${
          source.name
        } could not check the queries: ${stringifyError(error).slice(0, 200)}`,
      },
    ];
  }
}

/** Objectives of one document share its window, and often their indicator. */
function distinct(findings: Finding[]): Finding[] {
  return [
    ...new Map(findings.map(found => [JSON.stringify(found), found])).values(),
  ];
}

/** What a document says it measures, also when the rest of it is wrong. */
function measuredEntityRef(entity: Entity): string | undefined {
  const service = entity.spec?.service;
  if (typeof service !== 'string' || service.length > 300) return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(service, {
        defaultKind: 'component',
        defaultNamespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    return undefined;
  }
}

/** The ref of a document that another one names, in that one's namespace. */
function refOf(kind: string, name: string, namespace: string): string {
  return `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
}

function pause(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
