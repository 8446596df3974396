import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { Instances } from '../argo/Instances';
import { ArgoCdDriver } from '../driver/ArgoCdDriver';
import type { InstanceConfig } from '../readInstances';
import { ArgoCdSource } from '../source/ArgoCdSource';
import { ArgoApi, type App } from './ArgoApi';

export const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    annotations: { 'argocd/app-name': 'payments' },
  },
  spec: { type: 'service', owner: 'payments' },
};

/** A commit for a version: `1.1.0` → 40 digits. */
export function commitOf(tag: string): string {
  return Buffer.from(tag).toString('hex').padEnd(40, '0');
}

/** What Git has for a version of payments. */
export function manifestsOf(
  tag: string,
  more: {
    env?: Record<string, string>;
    annotations?: object;
    extra?: object[];
  } = {},
): object[] {
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'payments',
        namespace: 'shop',
        annotations: more.annotations,
      },
      spec: {
        replicas: 3,
        template: {
          spec: {
            containers: [
              {
                name: 'app',
                image: `registry.example/shop/payments:${tag}`,
                env: Object.entries(more.env ?? {}).map(([name, value]) => ({
                  name,
                  value,
                })),
              },
            ],
          },
        },
      },
    },
    ...(more.extra ?? []),
  ];
}

export function appOf(name: string, automated?: Record<string, unknown>): App {
  return {
    metadata: {
      name,
      namespace: 'argocd',
      uid: `uid-${name}`,
      resourceVersion: '1',
    },
    spec: {
      project: 'shop',
      source: {
        repoURL: 'https://git.example/shop/deploy.git',
        path: name,
        targetRevision: 'main',
      },
      destination: { name: 'prod-eu', namespace: 'shop' },
      ...(automated && { syncPolicy: { automated } }),
    },
    status: {
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
      history: [],
      sourceType: 'Kustomize',
      summary: { images: [] },
    },
  };
}

/** An Argo CD where payments went from 1.0.0 to 1.1.0 by auto-sync. */
export async function startArgo(config: Partial<InstanceConfig> = {}) {
  const api = await ArgoApi.start();
  const app = appOf('payments', { prune: true, selfHeal: true });
  api.apps.set('payments', app);
  api.manifests.set(
    commitOf('1.0.0'),
    manifestsOf('1.0.0', { env: { REGION: 'eu' } }),
  );
  api.manifests.set(
    commitOf('1.1.0'),
    manifestsOf('1.1.0', {
      env: { REGION: 'eu', FEATURE_X: 'on', DB_PASSWORD: 'hunter2' },
      annotations: { 'ghostlight.dev/one-way': 'migration 0042' },
    }),
  );
  api.ship(app, commitOf('1.0.0'));
  api.ship(app, commitOf('1.1.0'));
  const logger = mockServices.logger.mock();
  const instancesOf = (more: Partial<InstanceConfig>) =>
    Instances.create({
      logger,
      instances: [
        {
          name: 'main',
          url: api.server.url,
          token: 's3cret',
          environment: 'staging',
          environmentOf: [
            { environment: 'production', destination: 'prod-*', labels: {} },
          ],
          timeoutMs: 60_000,
          pollMs: 20,
          ...config,
          ...more,
        },
      ],
    });
  const instances = instancesOf({});
  return {
    api,
    app,
    instances,
    driver: ArgoCdDriver.create({ instances, logger }),
    driverWithin: (timeoutMs: number) =>
      ArgoCdDriver.create({ instances: instancesOf({ timeoutMs }), logger }),
    source: ArgoCdSource.create({ instances, logger }),
    stop: () => api.server.stop(),
  };
}
