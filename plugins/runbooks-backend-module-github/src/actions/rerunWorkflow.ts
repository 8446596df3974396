import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  Settling,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { z } from 'zod';
import type { GitHub } from '../client/GitHub';
import { runSchema, runsSchema } from '../client/schemas';
import { say } from '../say';
import { findWorkflow } from './findWorkflow';
import { followRun } from './followRun';

const usualSettleMs = 10_000;

const input = z.strictObject({
  workflow: plainLine(100).describe('File in .github/workflows'),
  repository: plainLine(201)
    .optional()
    .describe('owner/name; the one of the entity when left out'),
  branch: plainLine(200).optional(),
  run: z
    .number()
    .int()
    .positive()
    .optional()
    .describe('Id of the run; the last one when left out'),
});

const pinned = z.object({
  slug: z.string(),
  run: z.number(),
  /** The attempt that failed. */
  attempt: z.number(),
});

type Pinned = z.output<typeof pinned>;

/** Has the failed jobs of a run done again. */
export function rerunWorkflow(
  github: GitHub,
  options: { settleMs?: number } = {},
): Action {
  const settling = Settling.create({
    settleMs: options.settleMs ?? usualSettleMs,
  });
  const read = (slug: string, run: number, signal: AbortSignal) =>
    github.find(runSchema, slug, `/actions/runs/${run}`, signal);
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'github:rerun-workflow',
    module: 'github',
    title: 'Run failed jobs again',
    description: 'Has GitHub Actions do the failed jobs of a run again',
    input,
    pinned,
    reads: ['Workflow runs'],
    changes: ['Whatever the jobs do'],
    reversible: false,
    idempotent: true,
    timeout: 3_600_000,

    async plan(wanted, context) {
      const { signal } = context;
      const { workflow, branch } = wanted;
      const slug = findWorkflow(github.config, wanted, context);
      const found = wanted.run
        ? await read(slug, wanted.run, signal)
        : (
            await github.find(
              runsSchema,
              slug,
              `/actions/workflows/${encodeURIComponent(workflow)}/runs`,
              signal,
              { branch, per_page: 1 },
            )
          )?.[0];
      const isOfWorkflow =
        found?.path?.split('@')[0] === `.github/workflows/${workflow}`;
      if (!found || !isOfWorkflow)
        throw ActionRefusal.of(
          say('no-run', `There is no such run of ${workflow} in ${slug}`, {
            workflow,
            repository: slug,
          }),
        );
      const { id, status, conclusion, run_attempt: attempt } = found;
      const failed =
        status === 'completed' &&
        !['success', 'neutral', 'skipped'].includes(conclusion ?? '');
      return {
        target: `github/${slug}/runs/${id}`,
        title: say(
          'rerun',
          `Run the failed jobs of ${workflow} again (run ${id} of ${slug})`,
          { workflow, run: id, repository: slug },
        ),
        changes: [
          { label: 'Attempt', from: String(attempt), to: String(attempt + 1) },
        ],
        refusals: failed
          ? []
          : [
              say(
                'not-failed',
                `Run ${id} did not fail: it is ${
                  conclusion ?? status ?? 'new'
                }`,
                { run: id, state: conclusion ?? status ?? 'new' },
              ),
            ],
        pinned: { slug, run: id, attempt },
      };
    },

    async act({ slug, run }, _input, { signal }) {
      await github.post(
        slug,
        `/actions/runs/${run}/rerun-failed-jobs`,
        undefined,
        signal,
      );
    },

    async readBack({ slug, run, attempt }, { actionId, signal }) {
      const look = settling.look(actionId);
      const found = await read(slug, run, signal);
      // Whoever asked for it, there is only one next attempt.
      if (found && found.run_attempt > attempt) return { state: 'applied' };
      return look.absent(`Attempt ${attempt + 1} of run ${run}`);
    },

    async observe({ slug, run, attempt }, _result, call) {
      const found = await read(slug, run, call.signal);
      if (!found) return { state: 'failed', text: `Run ${run} is gone` };
      return found.run_attempt > attempt
        ? followRun(github, slug, found, call)
        : { state: 'progressing', text: 'GitHub begins' };
    },
  });
}
