import type { JsonObject } from '@backstage/types';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { autoSyncOf, type Application } from '../argo/Application';
import { canonical } from '../describe/canonical';
import { actionId, pausedPolicy } from '../describe/actions';
import {
  appSchema,
  attempt,
  findApp,
  refuseForbidden,
  type Effect,
  type Found,
} from './Effect';

/** Others may write at the same time; so often is read again. */
const tries = 5;
/** The server may read from a cache. */
const againMs = 200;

const schema = z.object({
  op: z.enum(['pause-auto-sync', 'resume-auto-sync']),
  app: appSchema,
  /** The policy that is taken off or put back. */
  automated: z.record(z.string(), z.json()),
});

export type SetAutoSync = z.output<typeof schema>;

/** Takes the policy of automatic synchronisation off an application, or puts it back. */
export const setAutoSync: Effect = {
  async write(pinned, call) {
    const wanted = schema.parse(pinned);
    const on = wanted.op === 'resume-auto-sync';
    let conflict = '';
    for (let turn = 0; turn < tries; turn++) {
      const found = await findApp(wanted.app, call);
      if ('refuse' in found) return { state: 'refused', error: found.refuse };
      const { app } = found;
      const now = autoSyncOf(app);
      // Done already, by this action or by somebody: it is as it is to be.
      if (Boolean(now) === on) return { state: 'applied' };
      if (now && canonical(now) !== canonical(wanted.automated))
        return {
          state: 'refused',
          error: `The sync policy of application ${wanted.app.name} was changed meanwhile; plan again`,
        };
      const forbidden = await refuseForbidden(found, 'update', call.signal);
      if (forbidden) return { state: 'refused', error: forbidden };
      if (call.dryRun) return { state: 'applied' };
      const outcome = await attempt(() => patch(found, wanted, call));
      if (outcome.state === 'applied' || !outcome.conflict) return outcome;
      conflict = outcome.error;
      await sleep(againMs, undefined, { signal: call.signal });
    }
    return {
      state: 'refused',
      error: `Application ${wanted.app.name} was changed by others each of ${tries} times: ${conflict}`,
    };
  },

  async readBack(pinned, call) {
    const wanted = schema.parse(pinned);
    const found = await findApp(wanted.app, call);
    if ('refuse' in found) return { state: 'unknown', error: found.refuse };
    return found.app.metadata.annotations?.[actionId] === call.actionId
      ? { state: 'applied' }
      : { state: 'absent' };
  },
};

/**
 * A JSON patch that holds for the application that was looked at. The server applies it to what it reads
 * itself, and writes policy and annotations together.
 */
function patch(
  { client, name, app }: Found,
  wanted: SetAutoSync,
  call: { actionId: string; signal: AbortSignal },
): Promise<void> {
  const { uid, resourceVersion } = app.metadata;
  const operations: JsonObject[] = [
    { op: 'test', path: '/metadata/uid', value: uid },
    {
      op: 'test',
      path: '/metadata/resourceVersion',
      value: resourceVersion,
    },
    ...(wanted.op === 'pause-auto-sync'
      ? [{ op: 'remove', path: '/spec/syncPolicy/automated' }]
      : putBack(app, wanted.automated)),
    {
      op: 'add',
      path: '/metadata/annotations',
      value: annotationsOf(app, wanted, call.actionId),
    },
  ];
  const body = { patch: JSON.stringify(operations), patchType: 'json' };
  return client.change('PATCH', name, '', body, call.signal);
}

function putBack({ spec }: Application, automated: JsonObject): JsonObject[] {
  return spec.syncPolicy
    ? [{ op: 'add', path: '/spec/syncPolicy/automated', value: automated }]
    : [{ op: 'add', path: '/spec/syncPolicy', value: { automated } }];
}

function annotationsOf(
  { metadata }: Application,
  wanted: SetAutoSync,
  id: string,
): JsonObject {
  const { [pausedPolicy]: _, ...others } = metadata.annotations ?? {};
  return {
    ...others,
    [actionId]: id,
    ...(wanted.op === 'pause-auto-sync' && {
      [pausedPolicy]: canonical(wanted.automated),
    }),
  };
}
