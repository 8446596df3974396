import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import {
  commitOf,
  outcomeOf,
  shortOf,
  versionOfRef,
  type Fields,
} from '../shared';
import { repositoryOf } from './repositoryOf';

/** A deployment and what its latest status says of it. */
export function readDeployment(
  event: Fields,
  receivedAt: number,
): ChangeReport[] {
  const deployment = event.in('deployment');
  const status = event.in('deployment_status');
  const state = status.text('state');
  // That a later one took its place is known from that one.
  if (state === 'inactive') return [];
  const { slug, hints } = repositoryOf(event);
  const id = deployment.need('id', 'a deployment has an id');
  const payload = deployment.in('payload');
  const commit = commitOf(deployment.text('sha'));
  const version =
    payload.text('version') ??
    versionOfRef(deployment.text('ref')) ??
    shortOf(commit);
  const outcome = outcomeOf(state, 'running');
  const at = status.time('updated_at', 'created_at');
  const environment =
    status.text('environment') ?? deployment.text('environment');
  const task = deployment.text('task');
  const creator = deployment.in('creator');
  const run = event.in('workflow_run');
  return [
    {
      key: `deployment:${slug}:${id}`,
      kind:
        task === 'rollback' || payload.raw('rollback') === true
          ? 'rollback'
          : 'deployment',
      title:
        deployment.text('description') ?? `${slug} ${version ?? ''}`.trim(),
      entityRef: payload.text('entityRef'),
      hints,
      environment,
      version,
      commit,
      author: creator.text('login'),
      startedAt: deployment.time('created_at') ?? at ?? receivedAt,
      finishedAt: outcome === 'running' ? undefined : at ?? receivedAt,
      reportedAt: at,
      outcome,
      startedBy: {
        kind: creator.text('type') === 'Bot' ? 'pipeline' : 'person',
        name: creator.text('login'),
      },
      url:
        status.link('log_url', 'target_url') ??
        run.link('html_url') ??
        status.link('environment_url'),
      strategy: undefined,
      actionId: payload.text('actionId'),
    },
  ];
}
