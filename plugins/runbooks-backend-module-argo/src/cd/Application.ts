import { z } from 'zod';

const texts = z.record(z.string(), z.string()).nullish();

const operation = z.object({
  sync: z
    .looseObject({
      revision: z.string().nullish(),
      revisions: z.array(z.string()).nullish(),
    })
    .nullish(),
  initiatedBy: z
    .object({
      username: z.string().nullish(),
      automated: z.boolean().nullish(),
    })
    .nullish(),
  info: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
});

const source = z.looseObject({ targetRevision: z.string().nullish() });

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
    deletionTimestamp: z.string().nullish(),
    labels: texts,
    annotations: texts,
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
      syncPolicy: z
        .object({
          automated: z
            .looseObject({ enabled: z.boolean().nullish() })
            .nullish(),
        })
        .nullish(),
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
      operationState: z
        .object({
          operation: operation.default({}),
          phase: z.string().default(''),
          message: z.string().nullish(),
          startedAt: z.string().nullish(),
          finishedAt: z.string().nullish(),
        })
        .nullish(),
      reconciledAt: z.string().nullish(),
    })
    .prefault({}),
});

export type Application = z.output<typeof applicationSchema>;
export type Operation = z.output<typeof operation>;

/** Written with every synchronisation that is asked for here, as an entry of the operation's `info`. */
export const actionIdInfo = 'ghostlight.dev/action-id';

/** The action that an operation belongs to. */
export function actionOf(
  candidate: Operation | null | undefined,
): string | undefined {
  return candidate?.info?.find(({ name }) => name === actionIdInfo)?.value;
}

/** Who began an operation, for people. */
export function initiatorOf(candidate: Operation | undefined): string {
  if (candidate?.initiatedBy?.automated) return 'auto-sync';
  return candidate?.initiatedBy?.username || 'somebody';
}

/** The operation that goes on, whether it has been begun or only asked for. */
export function runningOperation({
  operation: asked,
  status,
}: Application): Operation | undefined {
  if (asked) return asked;
  const { operationState: state } = status;
  return ['Running', 'Terminating'].includes(state?.phase ?? '')
    ? state?.operation
    : undefined;
}

/** Milliseconds since the epoch. */
export function timeOf(text: string | null | undefined): number | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** Whether Argo CD synchronises by itself. */
export function isAutomatic({ spec }: Application): boolean {
  const policy = spec.syncPolicy?.automated;
  return policy !== undefined && policy !== null && policy.enabled !== false;
}
