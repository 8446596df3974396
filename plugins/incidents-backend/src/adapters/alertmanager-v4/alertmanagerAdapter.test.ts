import { at, readOf } from '../__testUtils__/readOf';
import { receivedAt } from '../__testUtils__/Example';
import { alertmanagerAdapter } from './alertmanagerAdapter';

const { read } = readOf(alertmanagerAdapter);

const firing = {
  status: 'firing',
  labels: { alertname: 'QueueStuck', queue: 'orders', severity: 'page' },
  annotations: { summary: 'Orders wait', description: 'For ten minutes.' },
  startsAt: '2026-11-21T10:10:00.999999999+02:00',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example/graph?g0.expr=up',
  fingerprint: 'abcdef0123456789',
};
const group = (...alerts: unknown[]) => ({
  version: '4',
  groupKey: '{}:{}',
  truncatedAlerts: 0,
  alerts,
});

describe('alertmanagerAdapter', () => {
  it('reads an alert in our words', () => {
    expect(read(group(firing)).alerts).toEqual([
      {
        fingerprint: 'abcdef0123456789',
        status: 'firing',
        name: 'QueueStuck',
        title: 'Orders wait',
        description: 'For ten minutes.',
        severity: 'critical',
        startsAt: at('2026-11-21T08:10:00.999Z'),
        labels: firing.labels,
        annotations: firing.annotations,
        url: firing.generatorURL,
        raw: firing,
      },
    ]);
  });

  it('believes an end only of what is resolved', () => {
    const future = { ...firing, endsAt: '2026-11-21T11:00:00Z' };
    const over = {
      ...future,
      status: 'resolved',
      endsAt: '2026-11-21T10:15:00Z',
    };
    const [still, ended, unsaid] = read(
      group(future, over, { ...over, endsAt: '0001-01-01T00:00:00Z' }),
    ).alerts;
    expect(still).not.toHaveProperty('endsAt');
    expect(ended).toMatchObject({
      status: 'resolved',
      endsAt: at('2026-11-21T10:15:00Z'),
    });
    expect(unsaid.endsAt).toBe(receivedAt);
  });

  it('tells how many alerts were left out', () => {
    expect(read({ ...group(firing), truncatedAlerts: 12 }).truncated).toBe(12);
  });

  it('makes a fingerprint of the labels, in any order, where none is sent', () => {
    const of = (labels: object) =>
      read(group({ ...firing, fingerprint: undefined, labels })).alerts[0]
        .fingerprint;
    expect(of({ a: '1', b: '2' })).toBe(of({ b: '2', a: '1' }));
    expect(of({ a: '1', b: '2' })).not.toBe(of({ a: '2', b: '1' }));
  });

  it('starts what has no start when it came', () => {
    const { startsAt: _startsAt, annotations: _none, ...bare } = firing;
    const [alert] = read(group(bare)).alerts;
    expect(alert).toMatchObject({ startsAt: receivedAt, title: 'QueueStuck' });
  });

  it.each([
    ['alerts[1].status', { ...firing, status: 'suppressed' }],
    ['alerts[1].labels', { ...firing, labels: ['alertname'] }],
    ['alerts[1].startsAt', { ...firing, startsAt: 'now' }],
    ['alerts[1].startsAt', { ...firing, startsAt: '9999-01-01T00:00:00Z' }],
    ['alerts[1]', null],
  ])('rejects one at %s alone', (field, bad) => {
    const { alerts, rejected } = read(group(firing, bad, firing));
    expect(alerts).toHaveLength(2);
    expect(rejected).toMatchObject([{ field, raw: bad }]);
  });

  it('says what to send when it is something else', () => {
    expect(() => read([firing])).toThrow(/webhook_configs/);
    expect(() => read({ alerts: {} })).toThrow(/^alerts: /);
  });
});
