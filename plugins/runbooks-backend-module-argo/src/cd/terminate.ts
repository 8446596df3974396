import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import { say } from '../say';
import { initiatorOf, timeOf, type Application } from './Application';
import { findAgain, findApplication } from './findApplication';
import type { Instances } from './Instances';
import { pinnedApp } from './sync';

const input = z.strictObject({
  app: plainLine(253)
    .optional()
    .describe('Name of the application; the one of the entity when left out'),
  instance: plainLine(63).optional().describe('Which Argo CD'),
});

const pinned = z.object({
  ...pinnedApp,
  /** When the operation began that is ended; another one is left alone. */
  startedAt: z.number(),
});

type Pinned = z.output<typeof pinned>;

/** Ends the synchronisation that goes on with an application. */
export function terminate(instances: Instances): Action {
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'argocd:terminate',
    module: 'argo',
    title: 'End a synchronisation',
    description:
      'Ends the operation of an application that goes on; what it has applied stays',
    input,
    pinned,
    reads: ['Application'],
    changes: ['Operation of the application'],
    reversible: false,
    idempotent: true,
    timeout: 5 * 60_000,

    async plan(wanted, context) {
      const { client, app } = await findApplication(instances, wanted, context);
      const { name, namespace, uid } = app.metadata;
      const { project } = app.spec;
      const state = app.status.operationState;
      const startedAt = startOf(app);
      const by = initiatorOf(state?.operation);
      const mayNot =
        startedAt !== undefined && !(await client.maySync(app, context.signal));
      return {
        target: `argocd/${client.instance.name}/${namespace}/${name}`,
        title: say(
          'terminate',
          `End the synchronisation of application ${name}`,
          { app: name },
        ),
        changes:
          startedAt === undefined
            ? []
            : [
                {
                  label: 'Operation',
                  from: `${state?.phase}, by ${by}`,
                  to: 'Terminated',
                },
              ],
        refusals: [
          ...(startedAt === undefined
            ? [
                say('idle', `Nothing goes on with application ${name}`, {
                  app: name,
                }),
              ]
            : []),
          ...(mayNot
            ? [
                say(
                  'forbidden',
                  `The token for Argo CD ${client.instance.name} may not sync application ${project}/${name}`,
                  { app: name, project, instance: client.instance.name },
                ),
              ]
            : []),
        ],
        pinned: {
          instance: client.instance.name,
          namespace,
          name,
          project,
          uid,
          startedAt: startedAt ?? 0,
        },
      };
    },

    async act(wanted, _input, { signal }) {
      const { client, app } = await findAgain(instances, wanted, signal);
      const startedAt = startOf(app);
      if (startedAt === undefined) return undefined;
      if (startedAt !== wanted.startedAt)
        throw ActionRefusal.of(
          say('other-operation', 'Another operation goes on since the plan'),
        );
      const { name, namespace, project } = wanted;
      try {
        await client.change(
          'DELETE',
          { name, namespace, project },
          '/operation',
          {},
          signal,
        );
      } catch (error) {
        // It has just ended by itself.
        if (
          error instanceof VendorError &&
          /no operation is in progress/i.test(error.message)
        )
          return undefined;
        throw error;
      }
      return undefined;
    },

    async readBack(wanted, { signal }) {
      const app = await instances.client(wanted.instance).find(wanted, signal);
      const goesOn =
        app &&
        app.metadata.uid === wanted.uid &&
        startOf(app) === wanted.startedAt &&
        app.status.operationState?.phase === 'Running';
      return { state: goesOn ? 'absent' : 'applied' };
    },

    async observe(wanted, _result, { signal }) {
      const { app } = await findAgain(instances, wanted, signal);
      const { phase, message } = app.status.operationState ?? {};
      return startOf(app) === wanted.startedAt
        ? { state: 'progressing', text: `${phase}: ${message ?? ''}` }
        : { state: 'done', text: `Ended: ${phase ?? 'nothing goes on'}` };
    },
  });
}

/** When what goes on began; undefined when nothing does. */
function startOf({ status }: Application): number | undefined {
  const { operationState: state } = status;
  return state && ['Running', 'Terminating'].includes(state.phase)
    ? timeOf(state.startedAt)
    : undefined;
}
