import type {
  ChangeAdapter,
  ChangeReport,
} from '@ghostlight/plugin-delivery-node';
import {
  digestOfImage,
  readEach,
  versionOfImage,
  type Fields,
} from '../shared';

/**
 * The webhook service of Argo Rollouts' notifications, with the template of the README: name, labels and
 * annotations of the Rollout, its images and its `status` as they are.
 *
 * Source: https://argo-rollouts.readthedocs.io/en/stable/features/notifications/
 */
export const argoRolloutsAdapter: ChangeAdapter = {
  id: 'argo-rollouts',
  title: 'Argo Rollouts',
  contract:
    'Argo Rollouts notifications (1.5 and later) with the template of the README',
  read: ({ body, receivedAt }) =>
    readEach(body, item => [readRollout(item, receivedAt)]),
};

function readRollout(item: Fields, receivedAt: number): ChangeReport {
  const name = item.need('rollout', 'the template names the rollout');
  const namespace = item.text('namespace');
  const status = item.in('status');
  const hash =
    status.text('currentPodHash') ??
    item.need('revision', 'the template has the status of the rollout');
  const [image] = item.texts('images');
  const isAborted = status.raw('abort') === true;
  const phase = status.text('phase');
  const outcome = outcomeOfPhase(phase, isAborted);
  const begun = status
    .list('conditions')
    .find(condition => condition.text('type') === 'Progressing')
    ?.time('lastTransitionTime');
  return {
    key: `${namespace ?? 'default'}/${name}:${hash}`,
    kind: 'deployment',
    title: `${name} ${versionOfImage(image) ?? hash}${
      isAborted ? ' aborted' : ''
    }`,
    entityRef: item.record('annotations')['backstage.io/entity-ref'],
    hints: { name, namespace, labels: item.record('labels') },
    environment: item.text('environment'),
    version: versionOfImage(image) ?? hash,
    imageDigest: digestOfImage(image),
    strategy: item.raw('blueGreen') === true ? 'blue-green' : 'canary',
    startedAt: begun && begun <= receivedAt ? begun : receivedAt,
    finishedAt: outcome === 'running' ? undefined : receivedAt,
    reportedAt: receivedAt,
    outcome,
    startedBy: { kind: 'controller', name: 'argo-rollouts' },
    url: item.link('url'),
  };
}

function outcomeOfPhase(phase: string | undefined, isAborted: boolean) {
  if (isAborted || phase === 'Degraded') return 'failed';
  if (phase === 'Healthy') return 'succeeded';
  return phase ? 'running' : 'unknown';
}
