import type { Entity } from '@backstage/catalog-model';

const labels = { app: 'payments', 'backstage.io/kubernetes-id': 'payments' };
const long = '2026-11-20T10:00:00Z';

export const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    namespace: 'default',
    annotations: {
      'backstage.io/kubernetes-id': 'payments',
      'backstage.io/kubernetes-namespace': 'shop',
    },
  },
  spec: { type: 'service', owner: 'payments' },
};

/** Four pods with the proxy of Istio. */
export function deploymentOf(
  spec: Record<string, unknown> = {},
  name = 'payments',
) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', labels },
    spec: {
      replicas: 4,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { ...labels, app: name } },
        spec: {
          containers: [
            { name: 'app', image: 'registry.example/shop/payments:1.0.0' },
            { name: 'istio-proxy', image: 'registry.example/proxy:1' },
          ],
        },
      },
      ...spec,
    },
  };
}

export function nodeOf(name: string) {
  return { apiVersion: 'v1', kind: 'Node', metadata: { name }, spec: {} };
}

export const autoscaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'payments', namespace: 'shop' },
  spec: {
    minReplicas: 2,
    maxReplicas: 8,
    scaleTargetRef: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'payments',
    },
  },
};

export function budgetOf(disruptionsAllowed: number) {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'payments', namespace: 'shop' },
    spec: { selector: { matchLabels: { app: 'payments' } }, minAvailable: 4 },
    status: { disruptionsAllowed },
  };
}

/** A Job with its end. */
export function jobOf(
  name: string,
  type: 'Failed' | 'Complete',
  at: string = long,
) {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace: 'shop', labels },
    spec: {
      template: {
        spec: {
          restartPolicy: 'Never',
          containers: [{ name: 'job', image: 'registry.example/job:1' }],
        },
      },
    },
    status: {
      startTime: '2026-11-20T09:00:00Z',
      ...(type === 'Complete' && { completionTime: at, succeeded: 1 }),
      conditions: [
        {
          type: type === 'Failed' ? 'FailureTarget' : 'SuccessCriteriaMet',
          status: 'True',
          reason: 'BackoffLimitExceeded',
          message: '',
          lastTransitionTime: at,
        },
        {
          type,
          status: 'True',
          reason: 'BackoffLimitExceeded',
          message: '',
          lastTransitionTime: at,
        },
      ],
    },
  };
}

/** A pod that belongs to nothing. */
export function podOf(name: string, status: Record<string, unknown>) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', labels },
    spec: { containers: [{ name: 'app', image: 'registry.example/app:1' }] },
    status,
  };
}

export const evicted = podOf('evicted', { phase: 'Failed', reason: 'Evicted' });
export const completed = podOf('completed', { phase: 'Succeeded' });

export const emptySet = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: 'leftover', namespace: 'shop', labels },
  spec: {
    replicas: 0,
    selector: { matchLabels: { app: 'leftover' } },
    template: {
      metadata: { labels: { app: 'leftover' } },
      spec: {
        containers: [{ name: 'app', image: 'registry.example/app:1' }],
      },
    },
  },
};

export const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'payments', namespace: 'shop' },
  spec: {
    selector: { app: 'payments' },
    ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  },
};

export const rule = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'DestinationRule',
  metadata: { name: 'payments', namespace: 'shop' },
  spec: {
    host: 'payments',
    trafficPolicy: {
      tls: { mode: 'ISTIO_MUTUAL' },
      connectionPool: { tcp: { connectTimeout: '3s' } },
    },
  },
};

export const experiment = {
  apiVersion: 'litmuschaos.io/v1alpha1',
  kind: 'ChaosExperiment',
  metadata: { name: 'pod-delete', namespace: 'shop' },
  spec: {},
};
