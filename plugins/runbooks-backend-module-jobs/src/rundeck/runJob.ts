import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  plainText,
  Settling,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { z } from 'zod';
import { findJob, findPinned } from '../config/findJob';
import { say } from '../say';
import type { Execution, Rundeck } from './Rundeck';

/** From a lost answer until absence counts. */
const usualArriveMs = 5_000;
const lookEvery = 3_000;
const mostOptions = 100;

const input = z.strictObject({
  job: plainLine(63).describe('Name of the job in the configuration'),
  server: plainLine(63).optional().describe('Which Rundeck'),
  options: z
    .record(plainLine(200), plainText(10_000))
    .refine(all => Object.keys(all).length <= mostOptions, 'too many')
    .default({}),
});

const pinned = z.object({
  server: z.string(),
  job: z.string(),
  id: z.string(),
  options: z.record(z.string(), z.string()),
  /** Names of secure options, whose values are not kept. */
  secure: z.array(z.string()),
  actionOption: z.string(),
  /** The last execution when the plan was made. */
  last: z.number(),
});

type Pinned = z.output<typeof pinned>;

/** Runs a job of Rundeck to its end. */
export function runJob(
  servers: Rundeck[],
  options: { arriveMs?: number } = {},
): Action {
  const settling = Settling.create({
    settleMs: options.arriveMs ?? usualArriveMs,
  });
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'rundeck:run-job',
    module: 'jobs',
    title: 'Run a job of Rundeck',
    description: 'Runs a job of the configuration and waits for its end',
    input,
    pinned,
    reads: ['Job', 'Executions'],
    changes: ['Whatever the job does'],
    reversible: false,
    idempotent: false,
    timeout: 3_600_000,

    async plan(wanted, { environment, signal }) {
      const { server, job } = findJob(servers, { ...wanted, environment });
      const info = await server.info(job.id, signal);
      if (!info)
        throw ActionRefusal.of(
          say('no-job', `Rundeck has no job ${job.id} (${job.name})`, {
            job: job.name,
            id: job.id,
          }),
        );
      const [declared, { items }] = await Promise.all([
        server.options(job.id, signal),
        server.executions(job.id, signal),
      ]);
      const secure = declared
        .filter(one => one.secure && one.name in wanted.options)
        .map(({ name }) => name);
      const isOff = info.enabled === false || info.executionEnabled === false;
      return {
        target: `rundeck/${server.config.name}/${job.id}`,
        title: say('run', `Run ${info.name} of Rundeck`, { job: info.name }),
        changes: Object.entries(wanted.options).map(([label, to]) => ({
          label,
          to: secure.includes(label) ? '***' : to.slice(0, 200),
        })),
        refusals: [
          ...(isOff
            ? [
                say('disabled', `${info.name} is switched off`, {
                  job: info.name,
                }),
              ]
            : []),
          ...findProblems(job, declared, wanted.options),
        ],
        pinned: {
          server: server.config.name,
          job: job.name,
          id: job.id,
          options: Object.fromEntries(
            Object.entries(wanted.options).filter(
              ([name]) => !secure.includes(name),
            ),
          ),
          secure,
          actionOption: job.actionOption,
          last: items[0]?.id ?? 0,
        },
      };
    },

    async act(wanted, { options: given }, { actionId, signal }) {
      const { server, job } = findPinned(servers, wanted);
      const execution = await server.run(
        job.id,
        {
          ...wanted.options,
          ...Object.fromEntries(
            wanted.secure.map(name => [name, given[name]] as const),
          ),
          [wanted.actionOption]: actionId,
        },
        signal,
      );
      return { state: 'applied', result: resultOf(execution) };
    },

    async readBack(wanted, { actionId, signal }) {
      const look = settling.look(actionId);
      const { server, job } = findPinned(servers, wanted);
      const { items, isAll } = await server.executions(job.id, signal);
      const ours = items.find(({ argstring }) => argstring?.includes(actionId));
      if (ours) return { state: 'applied', result: resultOf(ours) };
      if (!isAll && items.every(({ id }) => id > wanted.last))
        return {
          state: 'unknown',
          error: `${wanted.job} ran more often since than Rundeck lists`,
        };
      return look.absent('The execution');
    },

    async observe(wanted, result, { signal, output }) {
      const { server } = findPinned(servers, wanted);
      const id = Number(result.execution);
      const found = await server.execution(id, signal);
      if (!found) return { state: 'failed', text: `Execution ${id} is gone` };
      const status = found.customStatus ?? found.status;
      if (['running', 'scheduled', 'queued'].includes(found.status))
        return {
          state: 'progressing',
          text: `Execution ${id} is ${status}`,
          after: lookEvery,
        };
      output(await server.log(id, signal));
      return {
        state: found.status === 'succeeded' ? 'done' : 'failed',
        text: `Execution ${id} ended: ${status}`,
        result: resultOf(found),
      };
    },
  });
}

function resultOf({ id, permalink, status }: Execution) {
  return { execution: id, url: permalink ?? '', status };
}

function findProblems(
  { name: job, actionOption }: { name: string; actionOption: string },
  declared: Awaited<ReturnType<Rundeck['options']>>,
  given: Record<string, string>,
): Sentence[] {
  const list = (names: string[]) => names.slice(0, 10).join(', ');
  const unknown = Object.keys(given).filter(
    name => name === actionOption || !declared.some(one => one.name === name),
  );
  const missing = declared
    .filter(
      ({ name, required, value }) =>
        required &&
        (value === undefined || value === null || value === '') &&
        name !== actionOption &&
        !(name in given),
    )
    .map(({ name }) => name);
  const wrong = declared
    .filter(
      ({ name, enforced, values }) =>
        name in given && enforced && !values?.map(String).includes(given[name]),
    )
    .map(({ name }) => name);
  return [
    ...(declared.some(({ name }) => name === actionOption)
      ? []
      : [
          say(
            'no-action-option',
            `${job} does not take the id of the action, so its run could not be found again: give it the option ${actionOption}`,
            { job, option: actionOption },
          ),
        ]),
    ...(unknown.length
      ? [
          say(
            'unknown-options',
            `${job} does not take ${list(unknown)} from here`,
            { job, names: list(unknown) },
          ),
        ]
      : []),
    ...(missing.length
      ? [
          say('missing-options', `${job} needs ${list(missing)}`, {
            job,
            names: list(missing),
          }),
        ]
      : []),
    ...(wrong.length
      ? [
          say(
            'wrong-options',
            `${job} does not take these values of ${list(wrong)}`,
            { job, names: list(wrong) },
          ),
        ]
      : []),
  ];
}
