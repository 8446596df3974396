import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_VIEW_URL,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  compileExperiment,
  compilePolicy,
  compileRunbook,
  keysOf,
  type Compiled,
  type ExperimentSpec,
  type ActionFacts,
  type Finding,
  type Mode,
  type PolicySpec,
  type RunbookSpec,
} from '@ghostlight/plugin-runbooks-common';
import { belongingOf } from '@ghostlight/reliability-node';
import { nextTime } from '../experiments/nextTime';
import type { DocumentKind, DocumentRow } from './DocumentRow';
import { facetKeysOf } from './facets';

/** Seconds after which a runbook that nobody ran or rehearsed is stale, unless it says otherwise. */
export const usualRehearsal = 90 * 86_400;

export const documentKinds: Record<string, DocumentKind> = {
  runbook: 'runbook',
  remediationpolicy: 'policy',
  chaosexperiment: 'experiment',
};

/** Whether a ref is one of a document of this family. */
export function isDocument(ref: string): boolean {
  return Object.hasOwn(documentKinds, ref.slice(0, ref.indexOf(':')));
}

/** A document as it is kept, and the keys by which it is found. */
export interface CompiledDocument {
  row: DocumentRow;
  keys: string[];
}

export function compileDocument(
  entity: Entity,
  options: { actions: ReadonlyMap<string, ActionFacts>; now: number },
): CompiledDocument {
  const { annotations = {} } = entity.metadata;
  const ref = stringifyEntityRef(entity);
  const kind = documentKinds[entity.kind.toLowerCase()];
  const { spec, hash, findings, keys, serviceRefs, ...columns } = read(
    kind,
    entity,
    options,
  );
  const { ownerRef, systemRef } = belongingOf(entity);
  const { title: metaTitle, name, description } = entity.metadata;
  const title = spec?.title ?? metaTitle ?? name;
  const about = {
    ...(description && { description: description.slice(0, 2_000) }),
    viewUrl: annotations[ANNOTATION_VIEW_URL],
    editUrl: annotations[ANNOTATION_EDIT_URL],
    serviceRefs,
  };
  return {
    keys: [...new Set(keys)],
    row: {
      ref,
      kind,
      title: title.slice(0, 300),
      owner_ref: ownerRef ?? null,
      system_ref: systemRef ?? null,
      hash,
      spec: spec ? JSON.stringify(spec) : null,
      findings: JSON.stringify(findings),
      about: JSON.stringify(about),
      mode: columns.mode ?? null,
      facets: columns.facets ?? null,
      rehearse_seconds: columns.rehearseSeconds ?? null,
      updated_at: options.now,
    },
  };
}

/** What only shows when a schedule is worked out. */
const neverDue: Finding = {
  severity: 'error',
  path: 'spec.schedule.cron',
  code: 'never',
  message: 'There is no such time: it never runs by itself.',
};

type Read = Compiled<RunbookSpec | PolicySpec | ExperimentSpec> & {
  keys: string[];
  serviceRefs: string[];
  mode?: Mode;
  facets?: number;
  rehearseSeconds?: number;
};

function read(
  kind: DocumentKind,
  entity: Entity,
  { actions, now }: { actions: ReadonlyMap<string, ActionFacts>; now: number },
): Read {
  if (kind === 'runbook') {
    const compiled = compileRunbook(entity, { actions });
    const { triggers = [], serviceRefs = [] } = compiled.spec ?? {};
    return {
      ...compiled,
      keys: keysOf(triggers, serviceRefs),
      serviceRefs,
      rehearseSeconds: compiled.spec?.rehearseSeconds ?? usualRehearsal,
    };
  }
  if (kind === 'policy') {
    const compiled = compilePolicy(entity, { actions });
    const { triggers = [], appliesTo, mode = 'suggest' } = compiled.spec ?? {};
    const { keys, facets } = facetKeysOf(appliesTo ?? {});
    return {
      ...compiled,
      keys: [...keysOf(triggers, []), ...keys],
      serviceRefs: appliesTo?.entities ?? [],
      mode,
      facets,
    };
  }
  const compiled = compileExperiment(entity, { actions });
  const { spec } = compiled;
  const serviceRefs = spec ? [spec.entityRef] : [];
  const keys = keysOf([], serviceRefs);
  if (!spec?.schedule || nextTime(spec.schedule, now))
    return { ...compiled, keys, serviceRefs };
  const findings = [...compiled.findings, neverDue];
  return { ...compiled, spec: undefined, findings, keys, serviceRefs };
}
