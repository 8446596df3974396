import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import type { GitHub } from '../client/GitHub';
import type { Repository } from '../client/Repository';
import type {
  Deployment,
  DeploymentStatus,
  WorkflowRun,
} from '../client/schemas';
import {
  actionIn,
  outcomeOfRun,
  outcomeOfState,
  payloadOf,
  shortOf,
  timeOf,
  versionOfDeployment,
  versionOfRef,
} from '../describe/words';
import { targetOf } from '../driver/targets';
import type { CommitNote } from './Commits';

export function hintsOf({ slug }: Repository): ChangeReport['hints'] {
  return {
    name: slug.split('/').pop(),
    annotations: { 'github.com/project-slug': slug },
  };
}

/** A deployment and how it stands, under the key that the webhook's adapter has for it. */
export function reportDeployment(options: {
  github: GitHub;
  repository: Repository;
  deployment: Deployment;
  /** The latest first. */
  statuses: DeploymentStatus[];
  note: CommitNote;
}): ChangeReport {
  const { github, repository, deployment, statuses, note } = options;
  const { slug } = repository;
  const payload = payloadOf(deployment);
  const text = (name: string) =>
    typeof payload[name] === 'string' ? payload[name] : undefined;
  // That a later one took its place says nothing of how it went.
  const status = statuses.find(({ state }) => state !== 'inactive');
  const outcome =
    !status && statuses.length ? 'succeeded' : outcomeOfState(status?.state);
  const version = versionOfDeployment(deployment);
  const theirs = status?.environment || deployment.environment;
  const at = timeOf(status?.updated_at);
  const { creator } = deployment;
  const actionId = text('actionId');
  return {
    key: `deployment:${slug}:${deployment.id}`,
    kind:
      deployment.task === 'rollback' || payload.rollback === true
        ? 'rollback'
        : 'deployment',
    title: deployment.description || `${slug} ${version}`,
    entityRef: text('entityRef'),
    hints: hintsOf(repository),
    environment: github.environmentOf(theirs),
    version,
    commit: deployment.sha,
    commitAt: note.at,
    author: note.author ?? creator?.login,
    pullRequest: note.pullRequest,
    startedAt: timeOf(deployment.created_at) ?? 0,
    finishedAt:
      outcome === 'running' ? undefined : at ?? timeOf(deployment.updated_at),
    reportedAt: at,
    outcome,
    startedBy: actionId
      ? { kind: 'ghostlight' }
      : {
          kind: creator?.type === 'Bot' ? 'pipeline' : 'person',
          name: creator?.login,
        },
    url:
      status?.log_url ||
      status?.target_url ||
      status?.environment_url ||
      undefined,
    target: targetOf(github, repository, deployment.environment),
    actionId,
    details: { ref: deployment.ref ?? null, deploymentId: deployment.id },
  };
}

const environments =
  /\b(prod|production|stag|stage|staging|preprod|uat|test|testing|qa|dev|development|sandbox|demo)\b/i;

/** A run of a workflow that deploys. */
export function reportRun(options: {
  github: GitHub;
  repository: Repository;
  run: WorkflowRun;
  note: CommitNote;
}): ChangeReport {
  const { github, repository, run, note } = options;
  const { slug } = repository;
  const name = run.name ?? '';
  const outcome = outcomeOfRun(run);
  const at = timeOf(run.updated_at);
  const theirs = environments.exec(name)?.[1].toLowerCase();
  const actionId = actionIn(run.display_title);
  const login = run.triggering_actor?.login;
  return {
    key: `run:${slug}:${run.id}:${run.run_attempt}`,
    kind:
      actionId || /rollback|roll-back/i.test(name) ? 'rollback' : 'deployment',
    title: run.display_title || `${name}: ${slug}`,
    hints: hintsOf(repository),
    environment: theirs && github.environmentOf(theirs),
    version: versionOfRef(run.head_branch) ?? shortOf(run.head_sha),
    commit: run.head_sha,
    commitAt: note.at,
    author: note.author ?? login,
    pullRequest: note.pullRequest,
    startedAt: timeOf(run.run_started_at) ?? timeOf(run.created_at) ?? 0,
    finishedAt: outcome === 'running' ? undefined : at,
    reportedAt: at,
    outcome,
    startedBy: actionId
      ? { kind: 'ghostlight' }
      : {
          kind: run.event === 'workflow_dispatch' ? 'person' : 'pipeline',
          name: login,
        },
    url: run.html_url ?? undefined,
    actionId,
    details: { workflow: run.path ?? name },
  };
}
