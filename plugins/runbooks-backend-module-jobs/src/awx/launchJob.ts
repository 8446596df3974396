import type { JsonValue } from '@backstage/types';
import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  Settling,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { z } from 'zod';
import { findJob, findPinned } from '../config/findJob';
import { say } from '../say';
import type { Awx, AwxJob } from './Awx';

/** Variable with the id of the action. */
export const actionVariable = 'ghostlight_action_id';

const usualArriveMs = 5_000;
const lookEvery = 3_000;
const mostCharacters = 20_000;

const json: z.ZodType<JsonValue> = z.json() as z.ZodType<JsonValue>;

const input = z.strictObject({
  job: plainLine(63).describe('Name of the job template in the configuration'),
  server: plainLine(63).optional().describe('Which AWX'),
  variables: z
    .record(
      z
        .string()
        .regex(/^[A-Za-z_]\w{0,99}$/)
        .refine(
          name =>
            !name.startsWith('ansible_') &&
            name !== '__proto__' &&
            name !== actionVariable,
          'is not for runbooks',
        ),
      json,
    )
    .refine(
      all => JSON.stringify(all).length <= mostCharacters,
      `more than ${mostCharacters} characters`,
    )
    .refine(
      all => !JSON.stringify(all).includes('\\u0000'),
      'has control characters',
    )
    // What Ansible would evaluate.
    .refine(all => !/\{\{|\{%|\{#/.test(JSON.stringify(all)), 'has a template')
    .default({}),
  limit: plainLine(1_000)
    .regex(/^[^-@]/)
    .optional()
    .describe('Hosts, as a pattern of Ansible'),
});

const pinned = z.object({
  server: z.string(),
  job: z.string(),
  id: z.number(),
  variables: z.record(z.string(), json),
  limit: z.string().optional(),
  /** The last job when the plan was made. */
  last: z.number(),
});

type Pinned = z.output<typeof pinned>;

/** Launches a job template of AWX and waits for its job. */
export function launchJob(
  servers: Awx[],
  options: { arriveMs?: number } = {},
): Action {
  const settling = Settling.create({
    settleMs: options.arriveMs ?? usualArriveMs,
  });
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'awx:launch-job',
    module: 'jobs',
    title: 'Launch a job of AWX',
    description:
      'Launches a job template of the configuration and waits for the end of its job',
    input,
    pinned,
    reads: ['Job template', 'Jobs'],
    changes: ['Whatever the playbook does'],
    reversible: false,
    idempotent: false,
    timeout: 3_600_000,

    async plan(wanted, { environment, signal }) {
      const { server, job } = findJob(servers, { ...wanted, environment });
      const launch = await server.launchOf(job.id, signal);
      if (!launch)
        throw ActionRefusal.of(
          say('no-job', `AWX has no job template ${job.id} (${job.name})`, {
            job: job.name,
            id: job.id,
          }),
        );
      const missing = [
        ...(launch.variables_needed_to_start ?? []).filter(
          name => !(name in wanted.variables) && name !== actionVariable,
        ),
        ...(launch.passwords_needed_to_start ?? []),
        ...(launch.inventory_needed_to_start ? ['an inventory'] : []),
        ...(launch.credential_needed_to_start ? ['a credential'] : []),
      ]
        .slice(0, 10)
        .join(', ');
      const name = launch.job_template_data?.name ?? job.name;
      return {
        target: `awx/${server.config.name}/${job.id}`,
        title: wanted.limit
          ? say(
              'launch-limited',
              `Launch ${name} of AWX, on ${wanted.limit} only`,
              { job: name, limit: wanted.limit },
            )
          : say('launch', `Launch ${name} of AWX`, { job: name }),
        changes: Object.entries(wanted.variables).map(([label, to]) => ({
          label,
          to: (typeof to === 'string' ? to : JSON.stringify(to)).slice(0, 200),
        })),
        refusals: [
          ...(launch.ask_variables_on_launch
            ? []
            : [
                say(
                  'no-variables',
                  `${name} does not ask for variables on launch, so its job could not be found again: switch "Prompt on launch" on for its variables`,
                  { job: name },
                ),
              ]),
          ...(missing
            ? [
                say('missing-options', `${name} needs ${missing}`, {
                  job: name,
                  names: missing,
                }),
              ]
            : []),
          ...(wanted.limit && !launch.ask_limit_on_launch
            ? [
                say(
                  'no-limit',
                  `${name} does not ask for a limit on launch, and would run on all its hosts`,
                  { job: name },
                ),
              ]
            : []),
        ],
        pinned: {
          server: server.config.name,
          job: job.name,
          id: job.id,
          variables: wanted.variables,
          limit: wanted.limit,
          last: await server.lastJob(job.id, signal),
        },
      };
    },

    async act(wanted, _input, { actionId, signal }) {
      const { server, job } = findPinned(servers, wanted);
      const { variables, limit } = wanted;
      const launched = await server.launch(
        job.id,
        {
          extra_vars: { ...variables, [actionVariable]: actionId },
          ...(limit && { limit }),
        },
        signal,
      );
      return { state: 'applied', result: { job: launched.id } };
    },

    async readBack(wanted, { actionId, signal }) {
      const look = settling.look(actionId);
      const { server, job } = findPinned(servers, wanted);
      const { items, isAll } = await server.jobsAfter(
        job.id,
        wanted.last,
        signal,
      );
      const ours = items.find(one => isOf(one, actionId));
      if (ours) return { state: 'applied', result: { job: ours.id } };
      if (!isAll)
        return {
          state: 'unknown',
          error: `${wanted.job} was launched more often since than AWX lists`,
        };
      return look.absent('The job');
    },

    async observe(wanted, result, { signal, output }) {
      const { server } = findPinned(servers, wanted);
      const id = Number(result.job);
      const found = await server.job(id, signal);
      if (!found) return { state: 'failed', text: `Job ${id} is gone` };
      const { status } = found;
      const why = found.job_explanation ? `: ${found.job_explanation}` : '';
      if (['new', 'pending', 'waiting', 'running'].includes(status))
        return {
          state: 'progressing',
          text: `Job ${id} is ${status}`,
          after: lookEvery,
        };
      output(await server.output(id, signal));
      return {
        state: status === 'successful' ? 'done' : 'failed',
        text: `Job ${id} ended: ${status}${why}`,
        result: { job: id, status },
      };
    },
  });
}

function isOf({ extra_vars: text }: AwxJob, actionId: string): boolean {
  try {
    const { success, data } = z
      .record(z.string(), z.unknown())
      .safeParse(JSON.parse(text ?? ''));
    return success && data[actionVariable] === actionId;
  } catch {
    return false;
  }
}
