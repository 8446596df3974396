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
  type PolicySpec,
  type RunbookSpec,
} from '@ghostlight/plugin-runbooks-common';
import { belongingOf } from '@ghostlight/reliability-node';
import type { DocumentKind, DocumentRow } from './DocumentRow';

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
  const { spec, hash, findings, keys, serviceRefs } = read(
    kind,
    entity,
    options.actions,
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
      updated_at: options.now,
    },
  };
}

type Read = Compiled<RunbookSpec | PolicySpec | ExperimentSpec> & {
  keys: string[];
  serviceRefs: string[];
};

function read(
  kind: DocumentKind,
  entity: Entity,
  actions: ReadonlyMap<string, ActionFacts>,
): Read {
  if (kind === 'runbook') {
    const compiled = compileRunbook(entity, { actions });
    const { triggers = [], serviceRefs = [] } = compiled.spec ?? {};
    return { ...compiled, keys: keysOf(triggers, serviceRefs), serviceRefs };
  }
  if (kind === 'policy') {
    const compiled = compilePolicy(entity, { actions });
    const { triggers = [], appliesTo } = compiled.spec ?? {};
    return {
      ...compiled,
      keys: keysOf(triggers, []),
      serviceRefs: appliesTo?.entities ?? [],
    };
  }
  const compiled = compileExperiment(entity, { actions });
  const serviceRefs = compiled.spec ? [compiled.spec.entityRef] : [];
  return { ...compiled, keys: keysOf([], serviceRefs), serviceRefs };
}
