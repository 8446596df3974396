import type { Entity } from '@backstage/catalog-model';
import type { KubeObject } from '@ghostlight/theatre';

export const namespace = 'shop';

export const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    namespace: 'default',
    annotations: {
      'backstage.io/kubernetes-id': 'payments',
      'backstage.io/kubernetes-namespace': namespace,
    },
  },
  spec: { type: 'service', owner: 'payments' },
};

/** What a pipeline would apply for a version of payments. */
export function deploymentOf(
  tag: string,
  more: {
    name?: string;
    env?: Record<string, string>;
    replicas?: number;
    annotations?: Record<string, string>;
    templateAnnotations?: Record<string, string>;
    labels?: Record<string, string>;
    spec?: object;
  } = {},
): Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata' | 'spec'> {
  const { name = 'payments', env = { REGION: 'eu' }, replicas = 3 } = more;
  const labels = { app: name, 'backstage.io/kubernetes-id': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      labels: { ...labels, ...more.labels },
      ...(more.annotations && { annotations: more.annotations }),
    },
    spec: {
      replicas,
      progressDeadlineSeconds: 600,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: {
          labels,
          ...(more.templateAnnotations && {
            annotations: more.templateAnnotations,
          }),
        },
        spec: {
          containers: [
            {
              name: 'app',
              image: `registry.example/shop/${name}:${tag}`,
              env: Object.entries(env).map(([key, value]) => ({
                name: key,
                value,
              })),
              resources: { limits: { cpu: '500m', memory: '256Mi' } },
            },
          ],
        },
      },
      ...more.spec,
    },
  };
}
