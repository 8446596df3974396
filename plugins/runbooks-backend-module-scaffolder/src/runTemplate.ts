import type { AuthService } from '@backstage/backend-plugin-api';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  Settling,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import { templateRefOf, type AllowedTemplate } from './readTemplates';
import { refusalOf } from './refusalOf';
import { say } from './say';

/** Value with the id of the action, which tasks keep among their parameters. */
export const actionValue = 'ghostlightActionId';

const usualArriveMs = 5_000;
const lookEvery = 3_000;
const pageSize = 100;
/** Pages of tasks that are looked through. */
const mostPages = 5;
const mostCharacters = 20_000;
const mostLines = 500;

const json: z.ZodType<JsonValue> = z.json() as z.ZodType<JsonValue>;

const input = z.strictObject({
  template: plainLine(200).describe('Ref of the template'),
  values: z
    .record(z.string(), json)
    .refine(
      all => JSON.stringify(all).length <= mostCharacters,
      `more than ${mostCharacters} characters`,
    )
    .refine(
      all => !JSON.stringify(all).includes('\\u0000'),
      'has control characters',
    )
    .default({}),
});

const pinned = z.object({
  template: z.string(),
  values: z.record(z.string(), json),
  environment: z.string(),
  /** When the last task before the plan was created, by the scaffolder's clock. */
  last: z.string(),
});

type Pinned = z.output<typeof pinned>;

/** Runs a software template that the configuration names. */
export function runTemplate(options: {
  auth: AuthService;
  scaffolder: ScaffolderService;
  templates: AllowedTemplate[];
  /** Milliseconds from a lost answer until absence counts. */
  arriveMs?: number;
}): Action {
  const { auth, scaffolder, templates, arriveMs = usualArriveMs } = options;
  const settling = Settling.create({ settleMs: arriveMs });
  const asUs = async () => ({
    credentials: await auth.getOwnServiceCredentials(),
  });
  const check = (template: string, environment: string): string => {
    const ref = templateRefOf(template);
    const allowed = templates.find(
      one =>
        one.ref === ref &&
        (!one.environment || one.environment === environment),
    );
    if (!allowed)
      throw ActionRefusal.of(
        say(
          'not-allowed',
          `${template} is not among the templates that may be run for ${environment}`,
          { template, environment },
        ),
      );
    return allowed.ref;
  };
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'scaffolder:run-template',
    module: 'scaffolder',
    title: 'Run a software template',
    description: 'Runs a template of the scaffolder and waits for its task',
    input,
    pinned,
    reads: ['Template', 'Tasks'],
    changes: ['Whatever the template does'],
    reversible: false,
    idempotent: false,
    timeout: 3_600_000,

    async plan(wanted, { environment }) {
      const templateRef = check(wanted.template, environment);
      const { values } = wanted;
      const [schema, latest] = await asking(async () =>
        Promise.all([
          scaffolder.getTemplateParameterSchema({ templateRef }, await asUs()),
          scaffolder.listTasks({ limit: 1 }, await asUs()),
        ]),
      );
      const steps = schema.steps.map(step => step.schema);
      const names = (found: string[]) => found.slice(0, 10).join(', ');
      const missing = steps
        .flatMap(({ required }) => (Array.isArray(required) ? required : []))
        .map(String)
        .filter(name => !Object.hasOwn(values, name));
      const isClosed = steps.some(
        ({ additionalProperties }) => additionalProperties === false,
      );
      return {
        target: templateRef,
        title: say('run', `Run the template ${schema.title}`, {
          title: schema.title,
        }),
        changes: Object.entries(values)
          .slice(0, 50)
          .map(([label, to]) => ({
            label,
            to: (typeof to === 'string' ? to : JSON.stringify(to)).slice(
              0,
              200,
            ),
          })),
        refusals: [
          ...(missing.length
            ? [
                say('missing-values', `It needs ${names(missing)}`, {
                  names: names(missing),
                }),
              ]
            : []),
          ...(Object.hasOwn(values, actionValue)
            ? [
                say('reserved-value', `${actionValue} is not for runbooks`, {
                  name: actionValue,
                }),
              ]
            : []),
          ...(isClosed
            ? [
                say(
                  'closed',
                  'The template takes no further values, so its task could not be found again: take additionalProperties: false off',
                ),
              ]
            : []),
        ],
        pinned: {
          template: templateRef,
          values,
          environment,
          last: latest.items[0]?.createdAt ?? '',
        },
      };
    },

    async act({ template, values, environment }, _input, { actionId }) {
      const { taskId } = await asking(async () =>
        scaffolder.scaffold(
          {
            templateRef: check(template, environment),
            values: { ...values, [actionValue]: actionId },
          },
          await asUs(),
        ),
      );
      return { state: 'applied', result: { taskId } };
    },

    async readBack({ last }, { actionId }) {
      const look = settling.look(actionId);
      for (let page = 0; page < mostPages; page++) {
        const { items } = await asking(async () =>
          scaffolder.listTasks(
            { limit: pageSize, offset: page * pageSize },
            await asUs(),
          ),
        );
        const ours = items.find(
          ({ spec }) =>
            (spec.parameters as JsonObject | undefined)?.[actionValue] ===
            actionId,
        );
        if (ours) return { state: 'applied', result: { taskId: ours.id } };
        // The newest come first.
        if (items.length < pageSize || items.at(-1)!.createdAt < last)
          return look.absent('The task');
      }
      return {
        state: 'unknown',
        error: 'More tasks were begun since than are looked through',
      };
    },

    async observe(_pinned, { taskId: id }, { output }) {
      const taskId = String(id);
      const { status } = await scaffolder.getTask({ taskId }, await asUs());
      const result = { taskId, status };
      if (status === 'open' || status === 'processing')
        return {
          state: 'progressing',
          text: `Task ${taskId} is ${status}`,
          result,
          after: lookEvery,
        };
      const logs = await scaffolder.getLogs({ taskId }, await asUs());
      output(
        logs
          .slice(-mostLines)
          .map(({ body }) => `${body.message}\n`)
          .join(''),
      );
      return {
        state: status === 'completed' ? 'done' : 'failed',
        text: `Task ${taskId} ended: ${status}`,
        result,
      };
    },
  });
}

/** A refusal of the scaffolder is one; every other failure says nothing of what became of it. */
async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ActionRefusal) throw error;
    const refusal = refusalOf(error);
    if (refusal)
      throw new VendorError(
        'http-4xx',
        `The scaffolder answered ${refusal.status}: ${refusal.text}`,
        undefined,
        { status: refusal.status },
      );
    throw new VendorError(
      'unreachable',
      `The scaffolder gave no answer: ${
        error instanceof Error ? error.message : String(error)
      }`.slice(0, 500),
    );
  }
}
