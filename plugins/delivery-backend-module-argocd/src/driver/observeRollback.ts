import type { DriverPlan, Observation } from '@ghostlight/plugin-delivery-node';
import {
  historyOf,
  revisionsOf,
  timeOf,
  type Application,
} from '../argo/Application';
import { initiatorOf } from '../describe/actions';
import { findApp, type EffectCall } from '../effects/Effect';
import { findOurs, parseSyncBack, type SyncBack } from '../effects/syncBack';

/** So long an application may look degraded after its synchronisation, until new pods are counted. */
const settleMs = 60_000;

/** How far an application is with what it was told to synchronise. */
export async function observeRollback(
  plan: DriverPlan,
  call: EffectCall,
): Promise<Observation> {
  const step = plan.steps.find(({ pinned }) => pinned.op === 'sync-back');
  const wanted = parseSyncBack(step?.pinned);
  const found = await findApp(wanted.app, call);
  if ('refuse' in found) return { state: 'superseded', text: found.refuse };
  const { app } = found;
  const { name } = wanted.app;
  const last = historyOf(app).at(-1);
  const { operation, status } = app;
  const state = status.operationState;
  // The driver's own id is that of the step; the observation may come with another one.
  const ours = findOurs(app, wanted, call.actionId) ?? findOurs(app, wanted);
  if (ours === 'asked' && !state)
    return {
      state: 'progressing',
      text: 'Asked for; Argo CD begins',
      progress: 0,
    };
  if ((ours === 'asked' || ours === 'state') && state) {
    const { phase, message } = state;
    if (phase === 'Running' || phase === 'Terminating')
      return {
        state: 'progressing',
        text: `Synchronising: ${message ?? phase}`,
        progress: 0.3,
      };
    if (phase !== 'Succeeded')
      return {
        state: 'failed',
        text: `The sync ended with ${phase}: ${message}`,
      };
  }
  if (last && last.id > wanted.lastId && !isTarget(last, wanted))
    return {
      state: 'superseded',
      text: `Application ${name} was synchronised to ${revisionsOf(
        last,
      ).join()} by ${initiatorOf(last.initiatedBy)}`,
    };
  if (!ours && last?.id === wanted.lastId)
    return operation || state?.phase === 'Running'
      ? {
          state: 'superseded',
          text: `Application ${name} is being synchronised by ${initiatorOf(
            (operation ?? state?.operation)?.initiatedBy,
          )}`,
        }
      : {
          state: 'failed',
          text: `Application ${name} still has ${wanted.from.version}: what was said to be applied is not there`,
        };
  return healthOf(app, wanted);
}

function isTarget(
  row: { revision?: string | null; revisions?: string[] | null },
  { to }: SyncBack,
): boolean {
  return revisionsOf(row).join() === to.revisions.join();
}

function healthOf(app: Application, { to }: SyncBack): Observation {
  const { health, sync, operationState, reconciledAt } = app.status;
  const said = health.message ? `: ${health.message}` : '';
  const text = `Synchronised to ${to.version}; health ${
    health.status ?? 'Unknown'
  }${said}`;
  const result = {
    health: health.status ?? 'Unknown',
    sync: sync.status ?? 'Unknown',
    historyId: historyOf(app).at(-1)?.id ?? null,
  };
  const since =
    (timeOf(reconciledAt) ?? 0) - (timeOf(operationState?.finishedAt) ?? 0);
  // Health from before the synchronisation says nothing of it.
  if (since <= 0) return { state: 'progressing', text, progress: 0.6, result };
  switch (health.status) {
    case 'Healthy':
      return { state: 'healthy', text, progress: 1, result };
    case 'Degraded':
    case 'Missing':
      return since > settleMs
        ? { state: 'failed', text, result }
        : { state: 'progressing', text, progress: 0.6, result };
    default:
      return { state: 'progressing', text, progress: 0.8, result };
  }
}
