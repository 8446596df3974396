import type { JsonObject } from '@backstage/types';
import type { ReadBack } from '@ghostlight/plugin-delivery-node';
import { z } from 'zod';
import {
  historyOf,
  revisionsOf,
  sourcesOf,
  timeOf,
  type Application,
  type Operation,
} from '../argo/Application';
import {
  actionId,
  actionOf,
  initiatorOf,
  runningOperation,
} from '../describe/actions';
import { sourceDigest } from '../describe/canonical';
import {
  appSchema,
  attempt,
  findApp,
  refuseForbidden,
  type Effect,
} from './Effect';

const schema = z.object({
  op: z.literal('sync-back'),
  app: appSchema,
  /**
   * `sync`: a synchronisation to the revision, which carries the action id. `rollback`: Argo CD's own, which
   * also takes the source that the revision had, and carries nothing.
   */
  how: z.enum(['sync', 'rollback']),
  to: z.object({
    id: z.number(),
    revisions: z.array(z.string()).min(1),
    /** Of the sources. */
    digest: z.string(),
    version: z.string(),
  }),
  /** Whether there were several sources. */
  several: z.boolean(),
  prune: z.boolean(),
  /** The last row of the history when the plan was made: what came later was not looked at. */
  lastId: z.number(),
  /** When the last operation began, in milliseconds. */
  lastStartedAt: z.number().nullable(),
  from: z.object({ version: z.string() }),
});

export type SyncBack = z.output<typeof schema>;

export function parseSyncBack(pinned: unknown): SyncBack {
  return schema.parse(pinned);
}

/** Synchronises an application to what a row of its history had. Hooks do not run. */
export const syncBack: Effect = {
  async write(pinned, call) {
    const wanted = schema.parse(pinned);
    const { app: ref, to } = wanted;
    const found = await findApp(ref, call);
    if ('refuse' in found) return { state: 'refused', error: found.refuse };
    const { client, name, app } = found;
    if (findOurs(app, wanted, call.actionId)) return { state: 'applied' };
    const refuse = (error: string) => ({ state: 'refused' as const, error });
    const running = runningOperation(app);
    if (running)
      return refuse(
        `Application ${ref.name} is being synchronised by ${initiatorOf(
          running.initiatedBy,
        )}: wait for it or terminate it, then plan again`,
      );
    const last = historyOf(app).at(-1);
    if (last?.id !== wanted.lastId)
      return refuse(
        `Application ${ref.name} was synchronised meanwhile by ${initiatorOf(
          last?.initiatedBy,
        )}; plan again`,
      );
    if (!historyOf(app).some(({ id }) => id === to.id))
      return refuse(
        `The history of application ${ref.name} does not have ${to.id} any more`,
      );
    if (call.dryRun) {
      const forbidden = await refuseForbidden(found, 'sync', call.signal);
      return forbidden ? refuse(forbidden) : { state: 'applied' };
    }
    return attempt(() =>
      client.change(
        'POST',
        name,
        `/${wanted.how}`,
        wanted.how === 'sync'
          ? syncBody(wanted, call.actionId)
          : { id: to.id, prune: wanted.prune, dryRun: false },
        call.signal,
      ),
    );
  },

  async readBack(pinned, call): Promise<ReadBack> {
    const wanted = schema.parse(pinned);
    const found = await findApp(wanted.app, call);
    if ('refuse' in found) return { state: 'unknown', error: found.refuse };
    const { app } = found;
    if (findOurs(app, wanted, call.actionId)) return { state: 'applied' };
    const startedAt = timeOf(app.status.operationState?.startedAt) ?? null;
    const isUntouched =
      !app.operation &&
      startedAt === wanted.lastStartedAt &&
      historyOf(app).at(-1)?.id === wanted.lastId;
    if (isUntouched) return { state: 'absent' };
    return {
      state: 'unknown',
      error: `Application ${wanted.app.name} was synchronised by somebody else since: Argo CD keeps only the last operation, so it cannot be shown whether this one was among them`,
    };
  },
};

function syncBody(
  { from, to, several, prune }: SyncBack,
  id: string,
): JsonObject {
  return {
    ...(several
      ? {
          revisions: to.revisions,
          sourcePositions: to.revisions.map((_, index) => index + 1),
        }
      : { revision: to.revisions[0] }),
    prune,
    dryRun: false,
    // As Argo CD's own rollback does it: apply, without hooks.
    strategy: { apply: { force: false } },
    infos: [
      { name: actionId, value: id },
      {
        name: 'Reason',
        value: `Rolled back from ${from.version} to ${to.version}`,
      },
    ],
  };
}

/**
 * What there is of the operation of a plan: as asked for, as its state, or as a row of the history. That of
 * Argo CD's rollback carries no id: it is known by what it asks for, and by coming after the plan.
 */
export function findOurs(
  app: Application,
  wanted: SyncBack,
  id?: string,
): 'asked' | 'state' | 'row' | undefined {
  const { operation, status } = app;
  const isOurs = (candidate: Operation) => {
    const action = actionOf(candidate);
    if (wanted.how === 'sync' && id !== undefined) return action === id;
    return action === undefined || action === id || id === undefined
      ? asksFor(candidate, wanted)
      : false;
  };
  if (operation && isOurs(operation)) return 'asked';
  const { operationState } = status;
  const startedAt = timeOf(operationState?.startedAt) ?? 0;
  const isLater = startedAt > (wanted.lastStartedAt ?? -1);
  if (operationState && isLater && isOurs(operationState.operation))
    return 'state';
  if (wanted.how === 'sync') return undefined;
  return historyOf(app).some(
    row =>
      row.id > wanted.lastId &&
      !row.initiatedBy?.automated &&
      revisionsOf(row).join() === wanted.to.revisions.join() &&
      sourceDigest(sourcesOf(row)) === wanted.to.digest,
  )
    ? 'row'
    : undefined;
}

function asksFor({ sync, initiatedBy }: Operation, { to }: SyncBack): boolean {
  return (
    !initiatedBy?.automated &&
    sync?.syncStrategy?.apply !== undefined &&
    revisionsOf(sync).join() === to.revisions.join() &&
    sourceDigest(sourcesOf(sync)) === to.digest
  );
}
