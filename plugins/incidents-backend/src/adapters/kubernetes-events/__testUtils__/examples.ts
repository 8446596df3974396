import type { Example } from '../../__testUtils__/Example';

export const backOff = {
  apiVersion: 'v1',
  kind: 'Event',
  metadata: {
    name: 'payments-7c9d-abcde.17f0',
    namespace: 'shop',
    uid: '5c1b0d4e-0000-4000-8000-000000000001',
    resourceVersion: '90001',
    creationTimestamp: '2026-11-21T10:08:00Z',
  },
  involvedObject: {
    apiVersion: 'v1',
    kind: 'Pod',
    namespace: 'shop',
    name: 'payments-7c9d-abcde',
    fieldPath: 'spec.containers{payments}',
  },
  reason: 'BackOff',
  message: 'Back-off restarting failed container payments',
  source: { component: 'kubelet', host: 'node-3' },
  firstTimestamp: '2026-11-21T10:08:00Z',
  lastTimestamp: '2026-11-21T10:10:00Z',
  count: 7,
  type: 'Warning',
};

export const unhealthy = {
  apiVersion: 'events.k8s.io/v1',
  kind: 'Event',
  metadata: { name: 'checkout.1', namespace: 'shop', uid: 'u2' },
  eventTime: '2026-11-21T10:09:30.123456Z',
  series: { count: 3, lastObservedTime: '2026-11-21T10:10:30.000000Z' },
  regarding: { kind: 'Pod', namespace: 'shop', name: 'checkout-0' },
  reason: 'Unhealthy',
  note: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
  reportingController: 'kubelet',
  reportingInstance: 'node-4',
  action: 'Probe',
  type: 'Warning',
};

export const rollout = {
  ...backOff,
  metadata: { ...backOff.metadata, uid: 'u3', resourceVersion: '90002' },
  involvedObject: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'payments',
  },
  reason: 'ScalingReplicaSet',
  message: 'Scaled up replica set payments-5d8f to 1 from 0',
  source: { component: 'deployment-controller' },
  type: 'Normal',
};

export const examples: Example[] = [
  {
    title: 'a list',
    items: ['items'],
    body: {
      apiVersion: 'v1',
      kind: 'List',
      metadata: { resourceVersion: '' },
      items: [
        backOff,
        unhealthy,
        rollout,
        { ...rollout, reason: 'Pulled', message: 'Pulled image' },
      ],
    },
  },
  {
    title: 'a watch',
    items: [],
    body: [
      { type: 'ADDED', object: backOff },
      { type: 'MODIFIED', object: unhealthy },
      { type: 'DELETED', object: backOff },
      { type: 'ADDED', object: rollout },
    ],
  },
];
