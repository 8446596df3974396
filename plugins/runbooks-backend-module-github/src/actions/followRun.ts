import type { Observation } from '@ghostlight/plugin-runbooks-node';
import type { GitHub } from '../client/GitHub';
import { jobsSchema, type WorkflowRun } from '../client/schemas';

const lookEvery = 5_000;
const mostJobs = 50;

/** How far a run is; its jobs are written out at the end. */
export async function followRun(
  github: GitHub,
  slug: string,
  run: WorkflowRun,
  call: { signal: AbortSignal; output(text: string): void },
): Promise<Observation> {
  const { id, status, conclusion, html_url: url } = run;
  const result = { runId: id, url: url ?? '', conclusion: conclusion ?? '' };
  if (status !== 'completed')
    return {
      state: 'progressing',
      text: `Run ${id} is ${status ?? 'not begun'}`,
      result,
      after: lookEvery,
    };
  const found = await github.find(
    jobsSchema,
    slug,
    `/actions/runs/${id}/jobs`,
    call.signal,
    { filter: 'latest', per_page: mostJobs },
  );
  call.output(
    (found?.jobs ?? [])
      .map(job => {
        const failed = (job.steps ?? []).filter(
          step => step.conclusion === 'failure',
        );
        const where = failed.map(step => ` at "${step.name}"`).join(',');
        return `${job.name}: ${job.conclusion ?? job.status ?? ''}${where}\n`;
      })
      .join(''),
  );
  const isDone =
    conclusion === 'success' ||
    conclusion === 'neutral' ||
    conclusion === 'skipped';
  return {
    state: isDone ? 'done' : 'failed',
    text: `Run ${id} ended with ${conclusion ?? 'nothing'}${
      url ? `: ${url}` : ''
    }`,
    result,
  };
}
