import type { DriverPlan, Observation } from '@ghostlight/plugin-delivery-node';
import { checksSchema } from '../client/schemas';
import type { Repository } from '../client/Repository';
import { outcomeOfRun } from '../describe/words';
import { findRun, waitedFor } from '../effects/dispatchWorkflow';
import type { EffectCall } from '../effects/Effect';
import { findPull, resultOf } from '../effects/revertPullRequest';

/** A run that is not listed after so long was not started. */
const missingMs = 180_000;

/** How far what a plan began is. */
export async function observe(
  plan: DriverPlan,
  call: EffectCall,
): Promise<Observation> {
  const [{ pinned }] = plan.steps;
  return pinned.op === 'dispatch-workflow'
    ? observeRun(pinned, call)
    : observePull(call.github.repository(String(pinned.slug)), call);
}

async function observeRun(
  pinned: unknown,
  call: EffectCall,
): Promise<Observation> {
  const waited = waitedFor(call.actionId);
  const run = await findRun(pinned, call);
  if (!run && waited > missingMs)
    return {
      state: 'failed',
      text: 'The run that was said to be started is not there',
    };
  if (!run)
    return {
      state: 'progressing',
      text: 'Asked for; GitHub does not list a run with the action in its name yet',
      progress: 0,
    };
  const result = { runId: run.id, url: run.html_url ?? '' };
  const title = `Run ${run.id} of ${run.name ?? 'the workflow'}`;
  switch (outcomeOfRun(run)) {
    case 'running':
      return {
        state: 'progressing',
        text: `${title}: ${run.status ?? 'queued'}`,
        progress: run.status === 'in_progress' ? 0.5 : 0.2,
        result,
      };
    case 'succeeded':
      return {
        state: 'healthy',
        text: `${title} succeeded`,
        progress: 1,
        result,
      };
    default:
      return {
        state: 'failed',
        text: `${title} ended with ${run.conclusion ?? 'nothing'}`,
        result,
      };
  }
}

async function observePull(
  repository: Repository,
  { actionId, signal }: EffectCall,
): Promise<Observation> {
  const pull = await findPull(repository, actionId, signal);
  if (!pull)
    return {
      state: 'failed',
      text: 'The pull request that was said to be opened is not there',
    };
  const result = resultOf(pull);
  const title = `Pull request #${pull.number}`;
  if (pull.merged_at)
    return {
      state: 'healthy',
      text: `${title} is merged; the pipeline deploys it`,
      progress: 1,
      result: { ...result, mergeCommit: pull.merge_commit_sha ?? '' },
    };
  if (pull.state === 'closed')
    return { state: 'failed', text: `${title} was closed unmerged`, result };
  const checks = await repository.find(
    checksSchema,
    `/commits/${pull.head.sha}/check-runs`,
    signal,
    { per_page: 100 },
  );
  const runs = checks?.check_runs ?? [];
  const passed = runs.filter(({ conclusion }) =>
    ['success', 'neutral', 'skipped'].includes(conclusion ?? ''),
  ).length;
  const failed = runs.filter(({ conclusion }) =>
    ['failure', 'timed_out', 'action_required', 'startup_failure'].includes(
      conclusion ?? '',
    ),
  ).length;
  return {
    state: 'progressing',
    text: `${title} waits to be merged: ${passed} of ${
      runs.length
    } checks passed${failed ? `, ${failed} failed` : ''}`,
    progress: runs.length ? 0.2 + (0.5 * passed) / runs.length : 0.2,
    result,
  };
}
