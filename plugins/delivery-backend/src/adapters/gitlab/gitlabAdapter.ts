import type {
  ChangeAdapter,
  ChangeReport,
} from '@ghostlight/plugin-delivery-node';
import { commitOf, Fields, outcomeOf, shortOf, versionOfRef } from '../shared';
import { gitlabSignature } from './gitlabSignature';

/**
 * Deployment and pipeline events of projects and groups. A pipeline says something where one of its jobs
 * has an environment; that job and its deployment are one change, whichever event comes first.
 *
 * Source: https://docs.gitlab.com/user/project/integrations/webhook_events/
 */
export const gitlabAdapter: ChangeAdapter = {
  id: 'gitlab',
  title: 'GitLab',
  contract: 'GitLab 17 and 18: deployment and pipeline events',
  headers: ['x-gitlab-event', 'webhook-id', 'idempotency-key'],
  signature: gitlabSignature,
  read({ body, headers, receivedAt }) {
    const event = Fields.of(body);
    const deliveryId = headers['webhook-id'] ?? headers['idempotency-key'];
    const read = (): ChangeReport[] => {
      switch (event.text('object_kind')) {
        case 'deployment':
          return [readDeployment(event, receivedAt)];
        case 'pipeline':
          return readPipeline(event, receivedAt);
        default:
          return [];
      }
    };
    return { changes: read(), ...(deliveryId && { deliveryId }) };
  },
};

function readDeployment(event: Fields, receivedAt: number): ChangeReport {
  const { path, hints } = projectOf(event);
  const job = event.text('deployable_id');
  const id = event.need('deployment_id', 'a deployment has an id');
  const outcome = outcomeOf(event.text('status'));
  const at = event.time('status_changed_at') ?? receivedAt;
  const user = event.in('user');
  // The commit is named by its address.
  const commit = commitOf(event.text('commit_url')?.split('/').pop());
  return {
    key: job ? `job:${path}:${job}` : `deployment:${path}:${id}`,
    kind: 'deployment',
    title: event.text('commit_title') ?? `${path} deployed`,
    hints,
    environment: event.text('environment'),
    version:
      versionOfRef(event.text('ref')) ??
      event.text('short_sha') ??
      shortOf(commit),
    commit,
    author: user.text('name', 'username'),
    startedAt: at,
    finishedAt: outcome === 'running' ? undefined : at,
    reportedAt: at,
    outcome,
    startedBy: { kind: 'pipeline', name: user.text('username', 'name') },
    url: event.link('deployable_url'),
  };
}

function readPipeline(event: Fields, receivedAt: number): ChangeReport[] {
  const { path, hints } = projectOf(event);
  const pipeline = event.in('object_attributes');
  const commit = commitOf(pipeline.text('sha'));
  const ref = pipeline.text('ref');
  const head = event.in('commit');
  const merge = event.in('merge_request');
  return event.list('builds').flatMap((job): ChangeReport[] => {
    const environment = job.in('environment');
    const name = environment.text('name');
    const started = job.time('started_at');
    const action = environment.text('action') ?? 'start';
    // What did not begin, and what only looks, changed nothing.
    if (!name || action !== 'start' || !started) return [];
    const outcome = outcomeOf(job.text('status'));
    const finished = job.time('finished_at');
    return [
      {
        key: `job:${path}:${job.need('id', 'a job has an id')}`,
        kind: /rollback/i.test(job.text('name') ?? '')
          ? 'rollback'
          : 'deployment',
        title: head.text('title') ?? `${path}: ${job.text('name') ?? 'job'}`,
        hints,
        environment: name,
        version: versionOfRef(ref) ?? shortOf(commit),
        commit,
        commitAt: head.time('timestamp'),
        author: head.in('author').text('name'),
        pullRequest: merge.link('url'),
        startedAt: started,
        finishedAt: outcome === 'running' ? undefined : finished ?? receivedAt,
        outcome,
        startedBy: {
          kind: job.raw('manual') === true ? 'person' : 'pipeline',
          name: job.in('user').text('username', 'name'),
        },
        url: pipeline.link('url'),
      },
    ];
  });
}

function projectOf(event: Fields) {
  const path = event
    .in('project')
    .need('path_with_namespace', 'expected a webhook of a GitLab project');
  return {
    path,
    hints: {
      name: path.split('/').pop(),
      annotations: { 'gitlab.com/project-slug': path },
    },
  };
}
