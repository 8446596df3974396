import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import { VendorError } from '@ghostlight/reliability-node';
import type { GitHub } from '../client/GitHub';
import type { Repository } from '../client/Repository';
import {
  deploymentSchema,
  runsSchema,
  statusSchema,
  type WorkflowRun,
} from '../client/schemas';
import { timeOf } from '../describe/words';
import type { Commits } from './Commits';
import { reportDeployment, reportRun } from './reportDeployment';

/** Deployments and runs of one look; between two looks there are not more. */
const most = 30;
const mostStatuses = 10;
/** Deployments of one look whose commit is asked for: of a repository that is new the older ones do without. */
const mostNotes = 5;
/** Names of workflows that put something out, as the webhook's adapter has it. */
const deploys = /(deploy|release|rollout|roll-out|rollback|ship|publish)/i;

/** What of a repository was told: the latest change of a deployment and of a run, in milliseconds. */
export interface Mark {
  deployments: number;
  runs: number;
  /** Deployments that were not over. */
  open: number[];
}

/** One look at a repository: what was changed since the mark. Two requests that cost nothing when nothing was. */
export async function lookAt(options: {
  github: GitHub;
  repository: Repository;
  commits: Commits;
  mark: Mark;
  signal: AbortSignal;
}): Promise<{ reports: ChangeReport[]; mark: Mark }> {
  const { github, repository, commits, mark, signal } = options;
  const { items: deployments, isNew } = await repository.list(
    deploymentSchema,
    '/deployments',
    signal,
    { per_page: most },
  );
  const changed = deployments.filter(
    ({ id, updated_at: at }) =>
      mark.open.includes(id) || isLater(at, mark.deployments, isNew),
  );
  const open: number[] = [];
  const reports: ChangeReport[] = [];
  for (const [index, deployment] of changed.entries()) {
    const [{ items: statuses }, note] = await Promise.all([
      repository.list(
        statusSchema,
        `/deployments/${deployment.id}/statuses`,
        signal,
        { per_page: mostStatuses },
      ),
      index < mostNotes ? commits.note(repository, deployment.sha, signal) : {},
    ]);
    const report = reportDeployment({
      github,
      repository,
      deployment,
      statuses,
      note,
    });
    if (report.outcome === 'running') open.push(deployment.id);
    reports.push(report);
  }
  const { workflows } = github.config;
  const runs =
    workflows.length || !deployments.length
      ? await changedRuns({ github, repository, mark, signal })
      : [];
  for (const run of runs) {
    const note = await commits.note(repository, run.head_sha, signal);
    reports.push(reportRun({ github, repository, run, note }));
  }
  return {
    reports,
    mark: {
      deployments: latest(mark.deployments, changed),
      runs: latest(mark.runs, runs),
      open,
    },
  };
}

async function changedRuns(options: {
  github: GitHub;
  repository: Repository;
  mark: Mark;
  signal: AbortSignal;
}): Promise<WorkflowRun[]> {
  const { github, repository, mark, signal } = options;
  let answer: Awaited<ReturnType<Repository['look']>>;
  try {
    answer = await repository.look('/actions/runs', signal, {
      per_page: most,
    });
  } catch (error) {
    // Where Actions are off there are no runs.
    if (error instanceof VendorError && error.status === 404) return [];
    throw error;
  }
  const { workflow_runs: runs } = runsSchema.parse(answer.body);
  return runs.filter(
    run =>
      isLater(run.updated_at, mark.runs, answer.isNew) &&
      isDeploying(run, github.config.workflows),
  );
}

/** A second is long: in a list that is another one what changed in the same second counts, too. */
function isLater(text: string, mark: number, isNew: boolean): boolean {
  const at = timeOf(text) ?? 0;
  return at > mark || (isNew && at === mark);
}

function isDeploying({ name, path }: WorkflowRun, wanted: string[]): boolean {
  if (!wanted.length) return deploys.test(`${name ?? ''} ${path ?? ''}`);
  const file = path?.split('@')[0].split('/').pop() ?? '';
  return [name ?? '', file].some(text => wanted.includes(text.toLowerCase()));
}

function latest(before: number, items: { updated_at: string }[]): number {
  return Math.max(before, ...items.map(item => timeOf(item.updated_at) ?? 0));
}
