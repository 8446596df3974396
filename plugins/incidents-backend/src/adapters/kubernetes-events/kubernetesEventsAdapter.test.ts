import { at, readOf } from '../__testUtils__/readOf';
import { backOff, rollout, unhealthy } from './__testUtils__/examples';
import { kubernetesEventsAdapter } from './kubernetesEventsAdapter';

const { read, alert, rejection } = readOf(kubernetesEventsAdapter);

function change(body: unknown) {
  const { alerts, changes = [], rejected } = read(body);
  expect(alerts).toEqual([]);
  expect(rejected).toEqual([]);
  return changes[0];
}

describe('kubernetesEventsAdapter', () => {
  it('reads a warning of v1', () => {
    expect(alert(backOff)).toMatchObject({
      status: 'firing',
      name: 'BackOff',
      title: 'BackOff: Pod shop/payments-7c9d-abcde',
      severity: 'error',
      startsAt: at('2026-11-21T10:08:00Z'),
      labels: {
        namespace: 'shop',
        kind: 'Pod',
        name: 'payments-7c9d-abcde',
        container: 'payments',
        node: 'node-3',
      },
      annotations: { count: '7' },
    });
    expect(read(backOff).deliveryId).toBe(
      '5c1b0d4e-0000-4000-8000-000000000001:90001',
    );
  });

  it('reads a warning of events.k8s.io/v1', () => {
    expect(alert(unhealthy)).toMatchObject({
      name: 'Unhealthy',
      severity: 'warning',
      description: unhealthy.note,
      startsAt: at('2026-11-21T10:09:30.123Z'),
      labels: { namespace: 'shop', component: 'kubelet' },
    });
  });

  it('is one alert for an object and a reason, whatever else differs', () => {
    const { fingerprint } = alert(backOff);
    const { involvedObject } = backOff;
    const other = (more: object) => alert({ ...backOff, ...more }).fingerprint;
    expect(other({ count: 8, message: 'other' })).toBe(fingerprint);
    expect(other({ reason: 'Unhealthy' })).not.toBe(fingerprint);
    expect(
      other({ involvedObject: { ...involvedObject, namespace: 'stage' } }),
    ).not.toBe(fingerprint);
    expect(other({ clusterName: 'eu' })).not.toBe(fingerprint);
  });

  it.each([
    ['Scaled up replica set payments-5d8f to 1 from 0', 'deployment', '5d8f'],
    ['Scaled up replica set payments-5d8f from 0 to 1', 'deployment', '5d8f'],
    ['Scaled up replica set payments-5d8f to 3', 'deployment', '5d8f'],
    ['Scaled up replica set payments-5d8f to 5 from 3', 'scale', undefined],
    ['Scaled down replica set payments-1a2b to 0 from 3', 'scale', undefined],
  ])('takes “%s” for a %s', (message, kind, version) => {
    expect(change({ ...rollout, message })).toMatchObject({
      kind,
      at: at('2026-11-21T10:10:00Z'),
      labels: { namespace: 'shop', kind: 'Deployment', name: 'payments' },
    });
    expect(change({ ...rollout, message }).version).toBe(version);
  });

  it('is one change for the steps of one version going out', () => {
    const step = (message: string) => change({ ...rollout, message }).key;
    expect(step('Scaled up replica set payments-5d8f to 1')).toBe(
      step('Scaled up replica set payments-5d8f to 2'),
    );
    expect(step('Scaled up replica set payments-5d8f to 1')).not.toBe(
      step('Scaled up replica set payments-77aa to 1'),
    );
  });

  it('reads an autoscaler’s and a rollback’s events, and no other normal one', () => {
    expect(change({ ...rollout, reason: 'SuccessfulRescale' }).kind).toBe(
      'scale',
    );
    expect(change({ ...rollout, reason: 'DeploymentRollback' }).kind).toBe(
      'rollback',
    );
    expect(change({ ...rollout, reason: 'Pulled' })).toBeUndefined();
  });

  it('reads lists and watches, and not the end of an event’s life', () => {
    expect(
      read({ kind: 'EventList', items: [backOff, rollout] }),
    ).toMatchObject({
      alerts: [{ name: 'BackOff' }],
      changes: [{ kind: 'deployment' }],
    });
    expect(
      read([
        { type: 'ADDED', object: backOff },
        { type: 'DELETED', object: unhealthy },
        { type: 'BOOKMARK', object: { kind: 'Event' } },
      ]).alerts,
    ).toHaveLength(1);
    expect(read({ type: 'MODIFIED', object: backOff }).deliveryId).toBe(
      read(backOff).deliveryId,
    );
  });

  it('rejects by path what is no event, and refuses what is no object', () => {
    expect(rejection({ ...backOff, involvedObject: null })).toEqual({
      field: 'involvedObject',
      reason: 'expected an object, what the event is about',
    });
    expect(rejection({ type: 'ERROR', object: { code: 410 } }).field).toBe(
      'type',
    );
    expect(
      rejection({ items: [{ ...backOff, firstTimestamp: 'soon' }] }).field,
    ).toBe('items[0].firstTimestamp');
    expect(() => read(1)).toThrow(/body/);
    expect(() => read({ items: 1 })).toThrow(/items/);
  });
});
