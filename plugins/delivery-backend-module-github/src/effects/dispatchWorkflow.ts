import type { ReadBack } from '@ghostlight/plugin-delivery-node';
import { z } from 'zod';
import { runsSchema, type WorkflowRun } from '../client/schemas';
import { orRefused, refuse, type Effect, type EffectCall } from './Effect';

/** Milliseconds until a run that was asked for is listed. Before them its absence says nothing. */
const usualSettleMs = 20_000;
/** Runs that are looked through. */
const most = 100;

const schema = z.object({
  op: z.literal('dispatch-workflow'),
  slug: z.string(),
  workflow: z.string(),
  branch: z.string(),
  inputs: z.record(z.string(), z.string()),
  /** Name of the input for the action id. */
  actionInput: z.string(),
  /** Runs from this day on are looked through: `2026-11-21`. */
  since: z.string(),
  /** Milliseconds. */
  settleMs: z.number().default(usualSettleMs),
});

export type DispatchWorkflow = z.input<typeof schema>;

/** When an action was first looked for by this process. The act was before that. */
const lookedFor = new Map<string, number>();
const mostLookedFor = 1_000;

/** Starts a workflow with the action id among its inputs, which the workflow writes into the name of its run. */
export const dispatchWorkflow: Effect = {
  async write(pinned, call) {
    const wanted = schema.parse(pinned);
    if (await findRun(wanted, call)) return { state: 'applied' };
    const repository = call.github.repository(wanted.slug);
    const path = `/actions/workflows/${encodeURIComponent(wanted.workflow)}`;
    if (call.dryRun)
      return orRefused(async () => {
        const { state } = await repository.read(
          z.object({ state: z.string() }),
          path,
          call.signal,
        );
        return state === 'active'
          ? { state: 'applied' }
          : refuse(`The workflow ${wanted.workflow} is ${state}: enable it`);
      });
    return orRefused(async () => {
      await repository.change(
        'POST',
        `${path}/dispatches`,
        {
          ref: wanted.branch,
          inputs: { ...wanted.inputs, [wanted.actionInput]: call.actionId },
        },
        call.signal,
      );
      return { state: 'applied' };
    });
  },

  async readBack(pinned, call): Promise<ReadBack> {
    const wanted = schema.parse(pinned);
    const { actionId } = call;
    const waited = waitedFor(actionId);
    const run = await findRun(wanted, call);
    if (run)
      return {
        state: 'applied',
        result: { runId: run.id, url: run.html_url ?? '' },
      };
    return waited >= wanted.settleMs
      ? { state: 'absent' }
      : {
          state: 'unknown',
          error:
            'No run has the action in its name yet; GitHub lists runs some seconds late',
        };
  },
};

/** Milliseconds since an action was first looked for here. */
export function waitedFor(actionId: string): number {
  const since = lookedFor.get(actionId) ?? performance.now();
  lookedFor.set(actionId, since);
  if (lookedFor.size > mostLookedFor)
    lookedFor.delete(lookedFor.keys().next().value!);
  return performance.now() - since;
}

/** The run that has the action id in its name. */
export async function findRun(
  pinned: unknown,
  { github, actionId, signal }: EffectCall,
): Promise<WorkflowRun | undefined> {
  const { slug, workflow, since } = schema.parse(pinned);
  const { workflow_runs: runs } = await github
    .repository(slug)
    .read(
      runsSchema,
      `/actions/workflows/${encodeURIComponent(workflow)}/runs`,
      signal,
      { event: 'workflow_dispatch', created: `>=${since}`, per_page: most },
    );
  return runs.find(({ display_title: title }) => names(title, actionId));
}

/** An id that is only the beginning of another one is not it. */
function names(title: string | null | undefined, id: string): boolean {
  const at = title?.indexOf(id) ?? -1;
  if (at < 0) return false;
  const around = [title![at - 1], title![at + id.length]];
  return around.every(character => !/[\w-]/.test(character ?? ' '));
}
