import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesApi } from '..';
import type { JsonObject, KubeObject } from '../objects';

/** A Deployment of four pods. */
export function deployment(tag: string, spec: JsonObject = {}): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'payments', namespace: 'shop', labels: { tier: '1' } },
    spec: {
      replicas: 4,
      selector: { matchLabels: { app: 'payments' } },
      template: {
        metadata: { labels: { app: 'payments' } },
        spec: {
          containers: [
            {
              name: 'app',
              image: `shop/payments:${tag}`,
              env: [{ name: 'A', value: '1' }],
            },
            { name: 'proxy', image: 'proxy:1' },
          ],
        },
      },
      ...spec,
    },
  };
}

/** Waits until something is so. */
export async function until<T>(
  so: () => T | Promise<T>,
): Promise<NonNullable<T>> {
  for (let turn = 0; turn < 8_000; turn++) {
    const value = await so();
    if (value) return value;
    await sleep(15);
  }
  throw new Error('it did not come about in time');
}

/** Waits until payments is rolled out. */
export function through(api: KubernetesApi) {
  return until(() => {
    const { status, spec, metadata } = api.object(
      'Deployment',
      'shop',
      'payments',
    )!;
    return (
      status?.observedGeneration === metadata.generation &&
      status?.updatedReplicas === spec?.replicas &&
      status?.availableReplicas === spec?.replicas &&
      status?.replicas === spec?.replicas
    );
  });
}
