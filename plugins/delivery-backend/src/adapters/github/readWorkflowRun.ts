import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import {
  commitOf,
  environmentIn,
  outcomeOf,
  shortOf,
  versionOfRef,
  type Fields,
} from '../shared';
import { repositoryOf } from './repositoryOf';

/** Names of workflows that put something out. */
const deploys = /(deploy|release|rollout|roll-out|rollback|ship|publish)/i;

/** A run of a workflow that deploys by its name; builds and checks say nothing of what runs. */
export function readWorkflowRun(
  event: Fields,
  receivedAt: number,
): ChangeReport[] {
  const run = event.in('workflow_run');
  const name = run.text('name') ?? event.in('workflow').text('name') ?? '';
  if (!deploys.test(`${name} ${run.text('path') ?? ''}`)) return [];
  const { slug, hints } = repositoryOf(event);
  const id = run.need('id', 'a run has an id');
  const commit = commitOf(run.text('head_sha'));
  const version = versionOfRef(run.text('head_branch')) ?? shortOf(commit);
  const head = run.in('head_commit');
  const outcome =
    run.text('status') === 'completed'
      ? outcomeOf(run.text('conclusion'), 'unknown')
      : 'running';
  const [pull] = run.list('pull_requests');
  const number = pull?.text('number');
  const home = event.in('repository').link('html_url');
  const actor = run.in('triggering_actor');
  const at = run.time('updated_at');
  return [
    {
      key: `run:${slug}:${id}:${run.text('run_attempt') ?? '1'}`,
      kind: /rollback|roll-back/i.test(name) ? 'rollback' : 'deployment',
      title: run.text('display_title') ?? `${name}: ${slug}`,
      hints,
      environment: environmentIn(name),
      version,
      commit,
      commitAt: head.time('timestamp'),
      author: head.in('author').text('name') ?? actor.text('login'),
      pullRequest: home && number ? `${home}/pull/${number}` : undefined,
      startedAt: run.time('run_started_at', 'created_at') ?? receivedAt,
      finishedAt: outcome === 'running' ? undefined : at ?? receivedAt,
      reportedAt: at,
      outcome,
      startedBy: {
        kind: run.text('event') === 'workflow_dispatch' ? 'person' : 'pipeline',
        name: actor.text('login'),
      },
      url: run.link('html_url'),
    },
  ];
}
