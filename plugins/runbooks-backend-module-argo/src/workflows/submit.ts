import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  plainText,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import { say } from '../say';
import { actionLabel, describeNodes, nameOf } from './Workflow';
import type { WorkflowServers } from './WorkflowServers';

const mostParameters = 100;

const input = z.strictObject({
  template: plainLine(253).describe('Name of the WorkflowTemplate'),
  namespace: plainLine(63).optional(),
  server: plainLine(63).optional().describe('Which Argo Workflows'),
  parameters: z
    .record(plainLine(100).regex(/^[^=]+$/), plainText(10_000))
    .refine(all => Object.keys(all).length <= mostParameters, 'too many')
    .default({}),
});

const pinned = z.object({
  server: z.string(),
  namespace: z.string(),
  template: z.string(),
  parameters: z.record(z.string(), z.string()),
});

type Pinned = z.output<typeof pinned>;

/** Submits a workflow of a WorkflowTemplate that the configuration names. */
export function submit(servers: WorkflowServers): Action {
  const bodyOf = (
    { namespace, template, parameters }: Pinned,
    more: { actionId?: string; entityRef?: string },
  ) => ({
    namespace,
    resourceKind: 'WorkflowTemplate',
    resourceName: template,
    submitOptions: {
      parameters: Object.entries(parameters).map(
        ([name, value]) => `${name}=${value}`,
      ),
      ...(more.actionId
        ? {
            name: nameOf(more.actionId),
            labels: `${actionLabel}=${more.actionId},ghostlight.dev/made-by=runbooks`,
          }
        : { serverDryRun: true }),
    },
  });
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'argo-workflows:submit',
    module: 'argo',
    title: 'Submit a workflow',
    description: 'Runs a WorkflowTemplate of Argo Workflows to its end',
    input,
    pinned,
    reads: ['WorkflowTemplate', 'Workflow'],
    changes: ['Whatever the workflow does'],
    reversible: false,
    idempotent: true,
    timeout: 3_600_000,

    async plan(wanted, { environment, signal }) {
      const { template, parameters } = wanted;
      const { server, namespace } = servers.of({ ...wanted, environment });
      const found = await server.template(namespace, template, signal);
      if (!found)
        throw ActionRefusal.of(
          say(
            'no-template',
            `There is no WorkflowTemplate ${namespace}/${template}`,
            { namespace, template },
          ),
        );
      const declared = found.spec.arguments?.parameters ?? [];
      const unknown = Object.keys(parameters).filter(
        name => !declared.some(one => one.name === name),
      );
      const missing = declared.filter(
        ({ name, value, valueFrom }) =>
          !(name in parameters) && value === undefined && !valueFrom,
      );
      const wrong = declared.filter(
        ({ name, enum: choices }) =>
          name in parameters &&
          choices?.length &&
          !choices.map(String).includes(parameters[name]),
      );
      const list = (names: string[]) => names.slice(0, 10).join(', ');
      return {
        target: `argo-workflows/${server.config.name}/${namespace}/${template}`,
        title: say('submit', `Submit ${namespace}/${template}`, {
          namespace,
          template,
        }),
        changes: declared.map(({ name, value }) => ({
          label: name,
          to: (parameters[name] ?? String(value ?? '')).slice(0, 200),
        })),
        refusals: [
          ...(unknown.length
            ? [
                say(
                  'unknown-parameters',
                  `${template} has no parameters ${list(unknown)}`,
                  { template, names: list(unknown) },
                ),
              ]
            : []),
          ...(missing.length
            ? [
                say(
                  'missing-parameters',
                  `${template} needs ${list(missing.map(({ name }) => name))}`,
                  { template, names: list(missing.map(({ name }) => name)) },
                ),
              ]
            : []),
          ...(wrong.length
            ? [
                say(
                  'wrong-parameters',
                  `${template} does not take these values of ${list(
                    wrong.map(({ name }) => name),
                  )}`,
                  { template, names: list(wrong.map(({ name }) => name)) },
                ),
              ]
            : []),
        ],
        pinned: { server: server.config.name, namespace, template, parameters },
      };
    },

    async dryRun(wanted, { signal }) {
      await servers
        .get(wanted.server)
        .submit(wanted.namespace, bodyOf(wanted, {}), signal);
    },

    async act(wanted, _input, { actionId, signal }) {
      const server = servers.get(wanted.server);
      const result = {
        workflow: nameOf(actionId),
        namespace: wanted.namespace,
      };
      try {
        await server.submit(
          wanted.namespace,
          bodyOf(wanted, { actionId }),
          signal,
        );
      } catch (error) {
        // Nobody else has a workflow of this name.
        if (error instanceof VendorError && error.status === 409)
          return { state: 'applied', result };
        throw error;
      }
      return { state: 'applied', result };
    },

    async readBack({ server, namespace }, { actionId, signal }) {
      const name = nameOf(actionId);
      const found = await servers.get(server).workflow(namespace, name, signal);
      // Sent again under the same name it is refused by the server: absence needs no waiting.
      return found
        ? { state: 'applied', result: { workflow: name, namespace } }
        : { state: 'absent' };
    },

    async observe({ server, namespace }, _result, call) {
      const { actionId, signal, output } = call;
      const name = nameOf(actionId);
      const found = await servers.get(server).workflow(namespace, name, signal);
      if (!found)
        return {
          state: 'failed',
          text: `Workflow ${namespace}/${name} is not there any more`,
        };
      const { phase, message, progress } = found.status ?? {};
      const said = message ? `: ${message}` : '';
      if (!phase || phase === 'Pending' || phase === 'Running')
        return {
          state: 'progressing',
          text: `${phase ?? 'Pending'} ${progress ?? ''}${said}`.trim(),
          after: 5_000,
        };
      output(describeNodes(found));
      return {
        state: phase === 'Succeeded' ? 'done' : 'failed',
        text: `${name} ${phase}${said}`,
        result: { phase },
      };
    },
  });
}
