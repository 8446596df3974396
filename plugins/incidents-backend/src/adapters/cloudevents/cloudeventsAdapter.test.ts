import { at, readOf } from '../__testUtils__/readOf';
import { cloudeventsAdapter } from './cloudeventsAdapter';

const { alert, read } = readOf(cloudeventsAdapter);

const cloudEvent = (type: string, data: unknown, changes: object = {}) => ({
  specversion: '1.0',
  id: 'e1',
  source: '/stage',
  type,
  time: '2026-11-21T10:10:00Z',
  data,
  ...changes,
});
const cdEvent = (type: string, subject: object, customData?: object) =>
  cloudEvent(`dev.cdevents.${type}`, { context: {}, subject, customData });
const service = {
  id: '/shop/service/payments',
  source: '/shop',
  content: {
    environment: { id: 'production' },
    artifactId: 'pkg:oci/payments@sha256%3A0b31?tag=4.2',
  },
};

describe('cloudeventsAdapter', () => {
  it.each([
    ['deployed', 'deployment', 'payments deployed to sha256:0b31'],
    ['upgraded', 'deployment', 'payments upgraded to sha256:0b31'],
    ['rolledback', 'rollback', 'payments rolled back to sha256:0b31'],
    ['removed', 'other', 'payments removed'],
    ['published', 'other', 'payments published'],
  ])('reads service.%s of CDEvents as a %s', (predicate, kind, title) => {
    for (const version of ['0.1.0', '0.3.0', '0.4.0-draft']) {
      const { changes, alerts } = read(
        cdEvent(`service.${predicate}.${version}`, service),
      );
      expect(alerts).toEqual([]);
      expect(changes).toMatchObject([
        {
          kind,
          title,
          version: 'sha256:0b31',
          at: at('2026-11-21T10:10:00Z'),
          environment: 'production',
          outcome: 'succeeded',
          labels: { service: 'payments', environment: 'production' },
        },
      ]);
    }
  });

  it('takes an entity that is named outright', () => {
    const entityRef = 'component:default/payments';
    const events = [
      cdEvent('service.deployed.0.3.0', {
        ...service,
        id: 'component:payments',
      }),
      cdEvent('service.deployed.0.3.0', service, { entityRef }),
      {
        ...cdEvent('service.deployed.0.3.0', service),
        entityref: 'Component:Payments',
      },
    ];
    for (const event of events)
      expect(read(event).changes?.[0].entityRef).toBe(entityRef);
  });

  it('reads a pipeline run as one change that comes to its end', () => {
    const run = (predicate: string, outcome?: string) =>
      read(
        cdEvent(`pipelinerun.${predicate}.0.3.0`, {
          id: 'run-7',
          content: { pipelineName: 'release', outcome },
        }),
      ).changes?.[0];
    const started = run('started');
    expect(started).toMatchObject({
      outcome: 'running',
      title: 'Pipeline release started',
    });
    expect(run('finished', 'success')).toMatchObject({
      key: started?.key,
      outcome: 'succeeded',
    });
    expect(run('finished', 'failure')?.outcome).toBe('failed');
  });

  it('reads the incidents of CDEvents as alerts', () => {
    const incident = (predicate: string) =>
      alert(
        cdEvent(`incident.${predicate}.0.3.0`, {
          id: 'i-1',
          source: '/monitor',
          content: {
            description: 'Too slow',
            environment: { id: 'production' },
            service: { id: 'payments' },
          },
        }),
      );
    expect(incident('detected')).toMatchObject({
      status: 'firing',
      title: 'Too slow',
      environment: 'production',
      labels: { service: 'payments' },
    });
    expect(incident('resolved')).toMatchObject({
      status: 'resolved',
      fingerprint: incident('detected').fingerprint,
    });
  });

  it.each(['artifact.published.0.3.0', 'testcaserun.finished.0.3.0'])(
    'takes %s and leaves it',
    type => {
      const { alerts, changes = [] } = read(cdEvent(type, { id: 'x' }));
      expect([...alerts, ...changes]).toEqual([]);
    },
  );

  it('reads any other type as an alert of our form', () => {
    const data = { status: 'firing', labels: { service: 'payments' } };
    const first = alert(cloudEvent('com.example.check', data));
    expect(first).toMatchObject({
      name: 'com.example.check',
      severity: 'warning',
      startsAt: at('2026-11-21T10:10:00Z'),
    });
    const over = { ...data, status: 'resolved', severity: 'critical' };
    expect(alert(cloudEvent('com.example.check', over))).toMatchObject({
      status: 'resolved',
      severity: 'critical',
      fingerprint: first.fingerprint,
    });
  });

  it('knows an alert by its labels in whatever order, whatever they are', () => {
    const odd = { toString: 'x', valueOf: 1 };
    const of = (labels: object) =>
      alert(cloudEvent('com.example.check', { status: 'firing', labels }))
        .fingerprint;
    expect(of({ a: '1', odd })).toBe(of({ odd, a: '1' }));
    expect(of({ a: '1', odd })).not.toBe(of({ a: '2', odd }));
  });

  it('reads a change that CDEvents has no word for', () => {
    const data = { kind: 'flag', title: 'New checkout: on', author: 'ines' };
    expect(read(cloudEvent('dev.ghostlight.change', data)).changes).toEqual([
      expect.objectContaining({ ...data, at: at('2026-11-21T10:10:00Z') }),
    ]);
  });

  it('knows a delivery by source and id, in all three modes', () => {
    const data = { status: 'firing' };
    const structured = cloudEvent('com.example.check', data);
    const binary = readOf(cloudeventsAdapter, {
      'ce-specversion': '1.0',
      'ce-id': 'e1',
      'ce-source': '/stage',
      'ce-type': 'com.example.check',
      'ce-subject': 'caf%C3%A9 100%',
      'ce-time': '2026-11-21T10:10:00Z',
    });
    const { deliveryId } = read(structured);
    expect(deliveryId).toMatch(/^[0-9a-f]{64}$/);
    expect(binary.read(data).deliveryId).toBe(deliveryId);
    expect(read([structured]).deliveryId).toBe(deliveryId);
    expect(read({ ...structured, id: 'e2' }).deliveryId).not.toBe(deliveryId);
    const two = read([structured, { ...structured, id: 'e2' }]);
    expect(two.alerts).toHaveLength(2);
    expect(two.deliveryId).not.toBe(deliveryId);
    // What cannot be decoded stays as it is.
    expect(binary.alert(data).labels.subject).toBe('caf%C3%A9 100%');
  });

  it('reads data in base64', () => {
    const encoded = Buffer.from('{"status":"firing"}').toString('base64');
    const event = cloudEvent('com.example.check', undefined, {
      data_base64: encoded,
    });
    expect(alert(event).status).toBe('firing');
    expect(() => read({ ...event, data_base64: '!' })).toThrow(/^data_base64/);
  });

  it('rejects one of a batch alone, and names its field', () => {
    const good = cloudEvent('com.example.check', { status: 'firing' });
    const { alerts, rejected } = read([
      good,
      cloudEvent('com.example.check', { status: 'broken' }),
      { ...good, specversion: '0.3' },
      cloudEvent('com.example.check', 'text'),
      cdEvent('service.deployed.0.3.0', { id: '' }),
      { ...good, time: 'noon' },
    ]);
    expect(alerts).toHaveLength(1);
    expect(rejected?.map(({ field }) => field)).toEqual([
      '[1].data.status',
      '[2].specversion',
      '[3].data',
      '[4].data.subject.id',
      '[5].time',
    ]);
    expect(() => read('event')).toThrow(/structured, binary or batch/);
    expect(() => read({ ...good, type: undefined })).toThrow(/^type: /);
  });
});
