import { z } from 'zod';

const texts = z.record(z.string(), z.string()).nullish();

/** Where manifests come from; all of its fields count when two are compared. */
const source = z.looseObject({
  repoURL: z.string().default(''),
  path: z.string().nullish(),
  targetRevision: z.string().nullish(),
  chart: z.string().nullish(),
  helm: z
    .looseObject({
      parameters: z
        .array(z.looseObject({ name: z.string(), value: z.string().nullish() }))
        .nullish(),
    })
    .nullish(),
  kustomize: z.looseObject({ images: z.array(z.string()).nullish() }).nullish(),
});

const initiatedBy = z
  .object({ username: z.string().nullish(), automated: z.boolean().nullish() })
  .nullish();

const operation = z.object({
  sync: z
    .looseObject({
      revision: z.string().nullish(),
      revisions: z.array(z.string()).nullish(),
      syncStrategy: z.looseObject({ apply: z.unknown() }).partial().nullish(),
      source: source.nullish(),
      sources: z.array(source).nullish(),
      resources: z.array(z.unknown()).nullish(),
      dryRun: z.boolean().nullish(),
    })
    .nullish(),
  initiatedBy,
  info: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
});

const operationState = z.object({
  operation: operation.default({}),
  phase: z.string().default(''),
  message: z.string().nullish(),
  startedAt: z.string().nullish(),
  finishedAt: z.string().nullish(),
  syncResult: z
    .object({
      revision: z.string().nullish(),
      revisions: z.array(z.string()).nullish(),
    })
    .nullish(),
});

const history = z.object({
  id: z.number(),
  revision: z.string().nullish(),
  revisions: z.array(z.string()).nullish(),
  deployedAt: z.string().nullish(),
  deployStartedAt: z.string().nullish(),
  source: source.nullish(),
  sources: z.array(source).nullish(),
  initiatedBy,
});

const automated = z.looseObject({
  enabled: z.boolean().nullish(),
  prune: z.boolean().nullish(),
  selfHeal: z.boolean().nullish(),
});

/**
 * What is used of the resource Application `argoproj.io/v1alpha1`.
 *
 * Source: https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml
 */
export const applicationSchema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string().default(''),
    uid: z.string().default(''),
    resourceVersion: z.string().default(''),
    deletionTimestamp: z.string().nullish(),
    labels: texts,
    annotations: texts,
    ownerReferences: z
      .array(z.object({ kind: z.string(), name: z.string() }))
      .nullish(),
  }),
  spec: z
    .object({
      project: z.string().default('default'),
      source: source.nullish(),
      sources: z.array(source).nullish(),
      destination: z
        .object({
          server: z.string().nullish(),
          name: z.string().nullish(),
          namespace: z.string().nullish(),
        })
        .default({}),
      syncPolicy: z.object({ automated: automated.nullish() }).nullish(),
    })
    .prefault({}),
  operation: operation.nullish(),
  status: z
    .object({
      sync: z
        .object({
          status: z.string().nullish(),
          revision: z.string().nullish(),
        })
        .default({}),
      health: z
        .object({ status: z.string().nullish(), message: z.string().nullish() })
        .default({}),
      history: z.array(history).nullish(),
      operationState: operationState.nullish(),
      sourceType: z.string().nullish(),
      sourceTypes: z.array(z.string()).nullish(),
      reconciledAt: z.string().nullish(),
      summary: z.object({ images: z.array(z.string()).nullish() }).default({}),
    })
    .prefault({}),
});

export type Application = z.output<typeof applicationSchema>;
export type Source = z.output<typeof source>;
export type HistoryRow = z.output<typeof history>;
export type Operation = z.output<typeof operation>;
export type OperationState = z.output<typeof operationState>;

/** The rows of its history, the oldest first. */
export function historyOf({ status }: Application): HistoryRow[] {
  return [...(status.history ?? [])].sort((a, b) => a.id - b.id);
}

/** Revisions of a row or an operation: one for each source. */
export function revisionsOf(
  row:
    | { revision?: string | null; revisions?: string[] | null }
    | null
    | undefined,
): string[] {
  if (row?.revisions?.length) return row.revisions;
  return row?.revision ? [row.revision] : [];
}

export function sourcesOf(
  owner:
    | { source?: Source | null; sources?: Source[] | null }
    | null
    | undefined,
): Source[] {
  if (owner?.sources?.length) return owner.sources;
  return owner?.source ? [owner.source] : [];
}

/** Milliseconds since the epoch. */
export function timeOf(text: string | null | undefined): number | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** Whether Argo CD synchronises by itself. Since 3.1 the policy may be there and switched off. */
export function autoSyncOf({ spec }: Application) {
  const policy = spec.syncPolicy?.automated;
  return policy && policy.enabled !== false ? policy : undefined;
}
