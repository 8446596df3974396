import type { Example } from '../../__testUtils__/Example';

function event(id: string, type: string, data: object) {
  return {
    specversion: '1.0',
    id,
    source: '/ci/playhouse',
    type,
    time: '2026-11-21T10:10:00Z',
    subject: 'payments',
    datacontenttype: 'application/json',
    data: data as Record<string, string>,
  };
}

const plain = event('1', 'com.example.check.failed', {
  status: 'firing',
  fingerprint: 'card-gateway',
  name: 'CardGatewayDown',
  title: 'The card gateway does not answer',
  severity: 'critical',
  startsAt: '2026-11-21T10:09:00Z',
  labels: { service: 'payments', env: 'prod' },
  annotations: { runbook: 'https://runbooks.example/cards' },
  url: 'https://checks.example/1',
  entityRef: 'component:default/payments',
});

const context = (id: string, type: string) => ({
  version: '0.4.1',
  id,
  source: '/ci/playhouse',
  type,
  timestamp: '2026-11-21T10:10:00Z',
});

function cdEvent(id: string, type: string, subject: object) {
  return event(id, type, { context: context(id, type), subject });
}

const batch = [
  plain,
  event('2', 'com.example.check.passed', {
    status: 'resolved',
    fingerprint: 'card-gateway',
    name: 'CardGatewayDown',
    endsAt: '2026-11-21T10:12:00Z',
  }),
  event('3', 'dev.ghostlight.change', {
    key: 'flag-7',
    kind: 'flag',
    title: 'New checkout for everybody',
    author: 'ines',
    outcome: 'succeeded',
    labels: { service: 'checkout' },
  }),
  cdEvent('4', 'dev.cdevents.service.deployed.0.2.0', {
    id: '/shop/service/payments',
    type: 'service',
    content: {
      environment: { id: 'prod', source: '/ci' },
      artifactId: 'pkg:oci/payments@4.2.0?repository_url=registry.example',
    },
  }),
  cdEvent('5', 'dev.cdevents.pipelinerun.finished.0.2.0', {
    id: 'run-77',
    type: 'pipelineRun',
    content: {
      pipelineName: 'payments',
      outcome: 'failure',
      uri: 'https://ci.example/77',
      errors: 'tests failed',
    },
  }),
  cdEvent('6', 'dev.cdevents.incident.detected.0.2.0', {
    id: 'inc-1',
    source: '/monitor',
    type: 'incident',
    content: {
      description: 'Payments fail',
      environment: { id: 'prod' },
      service: { id: '/shop/service/payments' },
    },
  }),
];

const { data: plainData, ...attributes } = plain;

export const examples: Example[] = [
  { title: 'a batch', body: batch, items: [] },
  { title: 'one, structured', body: plain },
  {
    title: 'one, binary',
    body: plainData,
    headers: {
      'ce-specversion': '1.0',
      'ce-id': attributes.id,
      'ce-source': attributes.source,
      'ce-type': attributes.type,
      'ce-time': attributes.time,
      'ce-subject': 'pay%20ments',
      'ce-entityref': 'component:payments',
    },
  },
  {
    title: 'one, in base64',
    body: {
      ...attributes,
      data_base64: Buffer.from(JSON.stringify(plainData)).toString('base64'),
    },
  },
];
