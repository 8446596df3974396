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
import type { GitHub } from '../client/GitHub';
import {
  dispatchedSchema,
  repositorySchema,
  runSchema,
  runsSchema,
  workflowSchema,
  type WorkflowRun,
} from '../client/schemas';
import { say } from '../say';
import { findWorkflow } from './findWorkflow';
import { followRun } from './followRun';
import { namesInput, readWorkflow, type Workflow } from './readWorkflow';

/** Milliseconds until a run that was asked for is listed. Before them its absence says nothing. */
const usualSettleMs = 20_000;
/** Runs that are looked through. */
const mostRuns = 100;
/** As GitHub has it. */
const mostInputs = 25;

const input = z.strictObject({
  workflow: plainLine(100).describe('File in .github/workflows'),
  repository: plainLine(201)
    .optional()
    .describe('owner/name; the one of the entity when left out'),
  ref: plainLine(200)
    .regex(/^[^-]/)
    .optional()
    .describe('Branch or tag; the default branch when left out'),
  inputs: z
    .record(plainLine(100), plainText(10_000))
    .refine(all => Object.keys(all).length <= mostInputs, 'too many')
    .default({}),
});

const pinned = z.object({
  slug: z.string(),
  workflow: z.string(),
  ref: z.string(),
  inputs: z.record(z.string(), z.string()),
  /** Input that takes the id of the action, where there is one. */
  actionInput: z.string().optional(),
  /** Whether the name of the run has the id in it. */
  named: z.boolean(),
  /** The last run when the plan was made. */
  lastRun: z.number(),
});

type Pinned = z.output<typeof pinned>;

/** Starts a workflow, and sees its run through. */
export function dispatchWorkflow(
  github: GitHub,
  options: { settleMs?: number } = {},
): Action {
  const settling = Settling.create({
    settleMs: options.settleMs ?? usualSettleMs,
  });
  const { actionInput, host } = github.config;
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'github:dispatch-workflow',
    module: 'github',
    title: 'Start a workflow',
    description: 'Starts a workflow of GitHub Actions and waits for its run',
    input,
    pinned,
    reads: ['Workflow', 'Workflow runs'],
    changes: ['Whatever the workflow does'],
    reversible: false,
    idempotent: false,
    timeout: 3_600_000,

    async plan(wanted, context) {
      const { signal } = context;
      const slug = findWorkflow(github.config, wanted, context);
      const repository = await github.find(repositorySchema, slug, '', signal);
      if (!repository)
        throw ActionRefusal.of(
          say(
            'no-access',
            `There is no repository ${slug}, or the integration may not see it`,
            { repository: slug },
          ),
        );
      const ref = wanted.ref ?? repository.default_branch;
      const { workflow } = wanted;
      const file = await readWorkflow(github, slug, workflow, ref, signal);
      const [state, runs] = await Promise.all([
        github.find(workflowSchema, slug, pathOf(workflow), signal),
        listRuns(github, slug, workflow, signal),
      ]);
      const takesAction = file.inputs.has(actionInput);
      return {
        target: `github/${slug}/${workflow}`,
        title: say('dispatch', `Start ${workflow} of ${slug} on ${ref}`, {
          workflow,
          repository: slug,
          ref,
        }),
        changes: Object.entries(wanted.inputs).map(([label, to]) => ({
          label,
          to: to.slice(0, 200),
        })),
        refusals: [
          ...(repository.archived
            ? [say('archived', `${slug} is archived`, { repository: slug })]
            : []),
          ...(state?.state === 'active'
            ? []
            : [
                say(
                  'disabled',
                  `${workflow} is ${
                    state?.state ?? 'not known to GitHub'
                  }: enable it`,
                  { workflow, state: state?.state ?? 'unknown' },
                ),
              ]),
          ...findProblems(workflow, file, wanted.inputs, actionInput),
        ],
        pinned: {
          slug,
          workflow,
          ref,
          inputs: wanted.inputs,
          ...(takesAction && { actionInput }),
          named: takesAction && namesInput(file.runName, actionInput),
          lastRun: Math.max(0, ...runs.map(({ id }) => id)),
        },
      };
    },

    async act(wanted, _input, { actionId, signal }) {
      const { slug, workflow, ref, inputs, actionInput: name } = wanted;
      const answer = await github.post(
        slug,
        `${pathOf(workflow)}/dispatches`,
        {
          ref,
          inputs: { ...inputs, ...(name && { [name]: actionId }) },
          // Servers of one's own may not know it, and refuse what they do not know.
          ...(host === 'github.com' && { return_run_details: true }),
        },
        signal,
      );
      const told = dispatchedSchema.safeParse(answer);
      return {
        state: 'applied',
        ...(told.success && {
          result: {
            runId: told.data.workflow_run_id,
            url: told.data.html_url ?? '',
          },
        }),
      };
    },

    async readBack(wanted, { actionId, signal }) {
      const look = settling.look(actionId);
      const found = await findRuns(github, wanted, actionId, signal);
      const [run] = found;
      if (wanted.named && run)
        return {
          state: 'applied',
          result: { runId: run.id, url: run.html_url ?? '' },
        };
      if (run)
        return {
          state: 'unknown',
          error: `Runs began since (${found
            .slice(0, 5)
            .map(({ id }) => id)
            .join(', ')}), and none says for which action: let ${
            wanted.workflow
          } take the input ${actionInput} and write it into its run-name`,
        };
      return look.absent('The run');
    },

    async observe(wanted, result, call) {
      const { signal, actionId } = call;
      const { slug } = wanted;
      const known = Number(result.runId ?? Number.NaN);
      if (Number.isFinite(known)) {
        const run = await github.find(
          runSchema,
          slug,
          `/actions/runs/${known}`,
          signal,
        );
        return run
          ? followRun(github, slug, run, call)
          : { state: 'progressing', text: `Run ${known} is not listed yet` };
      }
      const found = await findRuns(github, wanted, actionId, signal);
      if (!found.length)
        return { state: 'progressing', text: 'The run is not listed yet' };
      if (found.length > 1)
        return {
          state: 'failed',
          text: `It was started, but ${found.length} runs began since and it cannot be told which one it is`,
        };
      return followRun(github, slug, found[0], call);
    },
  });
}

function pathOf(workflow: string): string {
  return `/actions/workflows/${encodeURIComponent(workflow)}`;
}

async function listRuns(
  github: GitHub,
  slug: string,
  workflow: string,
  signal: AbortSignal,
): Promise<WorkflowRun[]> {
  const runs = await github.find(
    runsSchema,
    slug,
    `${pathOf(workflow)}/runs`,
    signal,
    { event: 'workflow_dispatch', per_page: mostRuns },
  );
  return runs ?? [];
}

/** The run that has the id in its name; without such names all that can be it. */
async function findRuns(
  github: GitHub,
  { slug, workflow, ref, named, lastRun }: Pinned,
  actionId: string,
  signal: AbortSignal,
): Promise<WorkflowRun[]> {
  const runs = await listRuns(github, slug, workflow, signal);
  return runs.filter(run =>
    named
      ? names(run.display_title, actionId)
      : run.id > lastRun && run.head_branch === ref,
  );
}

/** An id that is only the beginning of another one is not it. */
function names(title: string | null | undefined, id: string): boolean {
  const at = title?.indexOf(id) ?? -1;
  if (at < 0) return false;
  const around = [title![at - 1], title![at + id.length]];
  return around.every(character => !/[\w-]/.test(character ?? ' '));
}

function findProblems(
  workflow: string,
  { inputs: declared }: Workflow,
  given: Record<string, string>,
  actionInput: string,
): Sentence[] {
  const list = (some: string[]) => some.slice(0, 10).join(', ');
  const unknown = Object.keys(given).filter(
    name => !declared.has(name) || name === actionInput,
  );
  const missing = [...declared].filter(
    ([name, how]) =>
      how?.required === true &&
      how.default === undefined &&
      name !== actionInput &&
      !(name in given),
  );
  const wrong = [...declared].filter(
    ([name, how]) =>
      name in given &&
      how?.type === 'choice' &&
      !how.options?.map(String).includes(given[name]),
  );
  const namesOf = (some: [string, unknown][]) =>
    list(some.map(([name]) => name));
  return [
    ...(unknown.length
      ? [
          say(
            'unknown-inputs',
            `${workflow} does not take ${list(unknown)} from here`,
            { workflow, names: list(unknown) },
          ),
        ]
      : []),
    ...(missing.length
      ? [
          say('missing-inputs', `${workflow} needs ${namesOf(missing)}`, {
            workflow,
            names: namesOf(missing),
          }),
        ]
      : []),
    ...(wrong.length
      ? [
          say(
            'wrong-inputs',
            `${workflow} does not take these values of ${namesOf(wrong)}`,
            { workflow, names: namesOf(wrong) },
          ),
        ]
      : []),
  ];
}
