import type {
  ChangeAdapter,
  ChangeReport,
} from '@ghostlight/plugin-delivery-node';
import {
  commitOf,
  digestOfImage,
  outcomeOf,
  readEach,
  shortOf,
  versionOfImage,
  versionOfRef,
  type Fields,
} from '../shared';

/**
 * The webhook service of Argo CD's notifications, with the template of the README: the application's
 * metadata, and the `operationState` and `summary` of its status as they are.
 *
 * Source: https://argo-cd.readthedocs.io/en/stable/operator-manual/notifications/services/webhook/
 */
export const argocdAdapter: ChangeAdapter = {
  id: 'argocd',
  title: 'Argo CD',
  contract:
    'Argo CD notifications (2.6 and later) with the template of the README',
  read: ({ body, receivedAt }) =>
    readEach(body, item => [readSync(item, receivedAt)]),
};

function readSync(item: Fields, receivedAt: number): ChangeReport {
  const app = item.need('app', 'the template names the application');
  const operation = item.in('operationState');
  const outcome = outcomeOf(operation.text('phase'));
  const started = operation.time('startedAt');
  const finished = operation.time('finishedAt');
  const result = operation.in('syncResult');
  const revision = result.text('revision') ?? item.text('revision');
  const images = item.in('summary').texts('images');
  const image = images.find(text => text.includes(app)) ?? images[0];
  const source = item.in('source');
  const initiated = operation.in('operation').in('initiatedBy');
  const isAutomatic = initiated.raw('automated') === true;
  const rollback = operation.in('operation').in('sync').raw('revision');
  const namespace = item.in('destination').text('namespace');
  const annotations = item.record('annotations');
  return {
    key: `${item.text('namespace') ?? 'argocd'}/${app}:${
      started ?? revision ?? receivedAt
    }`,
    kind:
      annotations['ghostlight.dev/kind'] === 'rollback'
        ? 'rollback'
        : 'deployment',
    title: `${app} synchronised${revision ? ` to ${shortOf(revision)}` : ''}`,
    entityRef: annotations['backstage.io/entity-ref'],
    hints: {
      name: app,
      namespace,
      annotations: { 'argocd/app-name': app },
      labels: item.record('labels'),
    },
    environment: item.text('environment'),
    version:
      versionOfImage(image) ??
      versionOfRef(source.text('targetRevision')) ??
      shortOf(revision),
    commit: commitOf(
      revision ?? (typeof rollback === 'string' ? rollback : ''),
    ),
    imageDigest: digestOfImage(image),
    startedAt: started ?? finished ?? receivedAt,
    finishedAt: outcome === 'running' ? undefined : finished ?? receivedAt,
    outcome,
    startedBy: {
      kind:
        isAutomatic || !initiated.text('username') ? 'controller' : 'person',
      name: initiated.text('username') ?? 'argocd',
    },
    url: item.link('url'),
  };
}
