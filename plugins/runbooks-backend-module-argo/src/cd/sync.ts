import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  Settling,
  type Action,
  type Observation,
} from '@ghostlight/plugin-runbooks-node';
import { VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import { say } from '../say';
import {
  actionIdInfo,
  actionOf,
  initiatorOf,
  isAutomatic,
  runningOperation,
  timeOf,
  type Application,
} from './Application';
import { findAgain, findApplication } from './findApplication';
import type { Instances } from './Instances';

const input = z.strictObject({
  app: plainLine(253)
    .optional()
    .describe('Name of the application; the one of the entity when left out'),
  instance: plainLine(63).optional().describe('Which Argo CD'),
  revision: plainLine(200)
    .regex(/^[^-]/)
    .optional()
    .describe(
      'Commit, tag or chart version; what the application follows when left out',
    ),
  prune: z
    .boolean()
    .default(false)
    .describe('Delete what the revision does not have any more'),
});

/** What every pinned application has. */
export const pinnedApp = {
  instance: z.string(),
  namespace: z.string(),
  name: z.string(),
  project: z.string(),
  uid: z.string(),
};

const pinned = z.object({
  ...pinnedApp,
  revision: z.string().optional(),
  prune: z.boolean(),
  /** Revision that it had. */
  from: z.string().optional(),
  /** When the last operation began; what came later was not looked at. */
  lastStartedAt: z.number().nullable(),
  auto: z.boolean(),
});

type Pinned = z.output<typeof pinned>;

/** So long an application may look degraded after its synchronisation, until new pods are counted. */
const settleMs = 60_000;
/** From a lost answer until absence counts. */
const usualArriveMs = 5_000;

/** Synchronises an application of Argo CD with what Git has. */
export function sync(
  instances: Instances,
  options: { arriveMs?: number } = {},
): Action {
  const settling = Settling.create({
    settleMs: options.arriveMs ?? usualArriveMs,
  });
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'argocd:sync',
    module: 'argo',
    title: 'Synchronise an application',
    description:
      'Has Argo CD apply what Git has, or another revision of it, with its hooks',
    input,
    pinned,
    reads: ['Application', 'Sync windows'],
    changes: ['Objects of the application'],
    // Hooks run and, with prune, objects are deleted: neither comes back.
    reversible: false,
    idempotent: true,
    timeout: 20 * 60_000,

    async plan(wanted, context) {
      const { signal } = context;
      const { client, app } = await findApplication(instances, wanted, context);
      const { name, namespace, uid } = app.metadata;
      const { project } = app.spec;
      const from = app.status.sync.revision ?? undefined;
      const [isOpen, isAllowed] = await Promise.all([
        client.canSync({ name, namespace, project }, signal),
        client.maySync(app, signal),
      ]);
      const to = wanted.revision ?? targetOf(app);
      const running = runningOperation(app);
      const refusals = [
        ...(app.metadata.deletionTimestamp
          ? [
              say('deleted', `Application ${name} is being deleted`, {
                app: name,
              }),
            ]
          : []),
        ...(running
          ? [
              say(
                'busy',
                `Application ${name} is being synchronised by ${initiatorOf(
                  running,
                )}`,
                { app: name, by: initiatorOf(running) },
              ),
            ]
          : []),
        ...(isOpen
          ? []
          : [
              say(
                'window',
                `A sync window of project ${project} is closed for application ${name}`,
                { app: name, project },
              ),
            ]),
        ...(isAllowed
          ? []
          : [
              say(
                'forbidden',
                `The token for Argo CD ${client.instance.name} may not sync application ${project}/${name}: give its account "p, <account>, applications, sync, ${project}/${name}, allow"`,
                { app: name, project, instance: client.instance.name },
              ),
            ]),
        ...(wanted.revision && app.spec.sources?.length
          ? [
              say(
                'several-sources',
                `Application ${name} has several sources: it can only be synchronised to what it follows`,
                { app: name },
              ),
            ]
          : []),
      ];
      return {
        target: `argocd/${client.instance.name}/${namespace}/${name}`,
        title: say(
          wanted.prune ? 'sync-prune' : 'sync',
          `Synchronise application ${name} with ${to}${
            wanted.prune ? ', deleting what is not in it' : ''
          }`,
          { app: name, revision: to },
        ),
        changes: [
          { label: 'Revision', ...(from && { from }), to },
          ...(app.status.sync.status
            ? [{ label: 'Sync', from: app.status.sync.status, to: 'Synced' }]
            : []),
        ],
        ...(from &&
          !isAutomatic(app) && {
            undo: say('sync-undo', `Synchronise with ${from}.`, {
              revision: from,
            }),
          }),
        refusals,
        pinned: {
          instance: client.instance.name,
          namespace,
          name,
          project,
          uid,
          revision: wanted.revision,
          prune: wanted.prune,
          from,
          lastStartedAt: timeOf(app.status.operationState?.startedAt) ?? null,
          auto: isAutomatic(app),
        },
      };
    },

    async dryRun(wanted, { signal }) {
      const { client, app } = await findAgain(instances, wanted, signal);
      if (!(await client.maySync(app, signal)))
        throw ActionRefusal.of(
          say('forbidden', `The token may not sync application ${wanted.name}`),
        );
    },

    async act(wanted, _input, call) {
      const { signal, actionId } = call;
      const { client, app } = await findAgain(instances, wanted, signal);
      if (isOurs(app, actionId)) return undefined;
      const running = runningOperation(app);
      if (running)
        throw ActionRefusal.of(
          say(
            'busy',
            `Application ${wanted.name} is being synchronised by ${initiatorOf(
              running,
            )}`,
          ),
        );
      const { name, namespace, project, revision, prune } = wanted;
      try {
        await client.change(
          'POST',
          { name, namespace, project },
          '/sync',
          {
            ...(revision && { revision }),
            prune,
            dryRun: false,
            infos: [
              { name: actionIdInfo, value: actionId },
              { name: 'Reason', value: `Runbook, for ${call.requestedBy}` },
            ],
          },
          signal,
        );
      } catch (error) {
        // Said with status 500 by some versions, and before anything is written.
        if (
          error instanceof VendorError &&
          error.message.includes('another operation is already in progress')
        )
          return { state: 'refused', error: error.message };
        throw error;
      }
      return undefined;
    },

    async readBack(wanted, { signal, actionId }) {
      const look = settling.look(actionId);
      const { name } = wanted;
      const client = instances.client(wanted.instance);
      const app = await client.find(wanted, signal);
      if (!app || app.metadata.uid !== wanted.uid)
        return {
          state: 'unknown',
          error: `Application ${name} is not there any more, or was made anew`,
        };
      if (isOurs(app, actionId)) return { state: 'applied' };
      const { operationState } = app.status;
      const isUntouched =
        !app.operation &&
        (timeOf(operationState?.startedAt) ?? null) === wanted.lastStartedAt;
      return isUntouched
        ? look.absent(`The synchronisation of ${name}`)
        : {
            state: 'unknown',
            error: `Application ${name} was synchronised by somebody else since: Argo CD keeps only the last operation, so it cannot be shown whether this one was among them`,
          };
    },

    async observe(wanted, _result, { signal, actionId, output }) {
      const { app } = await findAgain(instances, wanted, signal);
      const seen = observationOf(app, actionId);
      if (seen.state !== 'progressing') output(`${seen.text}\n`);
      return seen;
    },

    undo: ({ from, auto, name, instance }) =>
      from && !auto
        ? {
            action: 'argocd:sync',
            input: { app: name, instance, revision: from },
          }
        : undefined,
  });
}

function targetOf({ spec }: Application): string {
  return spec.source?.targetRevision || 'what it follows';
}

function isOurs({ operation, status }: Application, actionId: string): boolean {
  return (
    actionOf(operation) === actionId ||
    actionOf(status.operationState?.operation) === actionId
  );
}

/** How far the synchronisation of an action is, and then the health of the application. */
function observationOf(app: Application, actionId: string): Observation {
  const { operation, status } = app;
  const { operationState: state, health } = status;
  if (!isOurs(app, actionId))
    return {
      state: 'failed',
      text: `Synchronised meanwhile by ${initiatorOf(
        operation ?? state?.operation,
      )}; what became of this one is not kept`,
    };
  if (actionOf(state?.operation) !== actionId)
    return { state: 'progressing', text: 'Asked for; Argo CD begins' };
  const said = state?.message ?? '';
  switch (state?.phase) {
    case 'Running':
    case 'Terminating':
      return { state: 'progressing', text: `Synchronising: ${said}` };
    case 'Succeeded':
      break;
    default:
      return {
        state: 'failed',
        text: `The sync ended with ${state?.phase || 'no phase'}: ${said}`,
      };
  }
  const words = health.message ? `: ${health.message}` : '';
  const text = `Synchronised; health ${health.status ?? 'Unknown'}${words}`;
  const result = {
    health: health.status ?? 'Unknown',
    sync: status.sync.status ?? 'Unknown',
    revision: status.sync.revision ?? '',
  };
  const since =
    (timeOf(status.reconciledAt) ?? 0) - (timeOf(state.finishedAt) ?? 0);
  // Health from before the end of the synchronisation says nothing of it.
  if (since < 0) return { state: 'progressing', text, result };
  switch (health.status) {
    case 'Healthy':
      return { state: 'done', text, result };
    case 'Suspended':
      return { state: 'done', text, result };
    case 'Degraded':
    case 'Missing':
      return since > settleMs
        ? { state: 'failed', text, result }
        : { state: 'progressing', text, result };
    default:
      return { state: 'progressing', text, result };
  }
}
