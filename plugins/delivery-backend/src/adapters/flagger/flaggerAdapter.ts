import type { Outcome } from '@ghostlight/plugin-delivery-common';
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

const outcomes: Record<string, Outcome> = {
  Waiting: 'running',
  Progressing: 'running',
  WaitingPromotion: 'running',
  Promoting: 'running',
  Finalising: 'running',
  Succeeded: 'succeeded',
  Failed: 'failed',
  Terminated: 'cancelled',
};

/**
 * Flagger's webhook of type `event`. It names no image: write `version`, `image` or `entityRef` into the
 * webhook's `metadata`, or the checksum is the version.
 *
 * Source: https://docs.flagger.app/usage/webhooks#event-webhooks
 */
export const flaggerAdapter: ChangeAdapter = {
  id: 'flagger',
  title: 'Flagger',
  contract: 'Flagger 1.x webhooks of type event',
  read: ({ body, receivedAt }) =>
    readEach(body, item => readEvent(item, receivedAt)),
};

/** `Initializing` and `Initialized` put nothing out. */
function readEvent(item: Fields, receivedAt: number): ChangeReport[] {
  const name = item.need('name', 'expected the event webhook of Flagger');
  const phase = item.text('phase') ?? '';
  if (!Object.hasOwn(outcomes, phase)) return [];
  const namespace = item.text('namespace');
  const metadata = item.in('metadata');
  const checksum = item.text('checksum');
  const image = metadata.text('image');
  const version = metadata.text('version') ?? versionOfImage(image) ?? checksum;
  const at = metadata.time('timestamp') ?? receivedAt;
  const outcome = outcomes[phase];
  return [
    {
      key: `${namespace ?? 'default'}/${name}:${checksum ?? version ?? at}`,
      kind: 'deployment',
      title: `${name} ${version ?? ''}`.trim(),
      entityRef: metadata.text('entityRef'),
      hints: {
        name,
        namespace,
        labels: {
          'backstage.io/kubernetes-id': metadata.text('kubernetesId') ?? name,
        },
      },
      environment: metadata.text('environment'),
      version,
      imageDigest: digestOfImage(image),
      strategy: 'canary',
      startedAt: at,
      finishedAt: outcome === 'running' ? undefined : at,
      reportedAt: at,
      outcome,
      startedBy: { kind: 'controller', name: 'flagger' },
    },
  ];
}
