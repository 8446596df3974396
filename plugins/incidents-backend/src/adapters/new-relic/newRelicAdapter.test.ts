import { at, readOf } from '../__testUtils__/readOf';
import { examples, shortest } from './__testUtils__/examples';
import { newRelicAdapter } from './newRelicAdapter';

const { read, alert, rejection } = readOf(newRelicAdapter);
const [{ body }] = examples;
const closed = (body as unknown[])[2];

describe('newRelicAdapter', () => {
  it('reads an issue of the default template', () => {
    expect(alert(shortest)).toMatchObject({
      fingerprint: shortest.id,
      status: 'firing',
      name: 'Payment errors',
      title: shortest.title,
      severity: 'critical',
      startsAt: at('2026-11-21T10:10:00Z'),
      labels: { entity: 'payments, payments-db', policy: 'Money' },
      url: shortest.issueUrl,
    });
  });

  it('reads the end of it, with what our own template adds', () => {
    expect(alert(closed)).toMatchObject({
      fingerprint: shortest.id,
      status: 'resolved',
      endsAt: at('2026-11-21T10:20:00Z'),
      description: 'Payments fail',
      environment: 'prod',
      labels: { team: 'billing, money', account: '4242' },
      annotations: { runbook_url: 'https://runbooks.example/payments' },
    });
  });

  it.each([
    ['CREATED', 'HIGH', 'firing', 'error'],
    ['activated', 'MEDIUM', 'firing', 'warning'],
    ['DEACTIVATED', 'LOW', 'resolved', 'info'],
    ['CLOSED', undefined, 'resolved', 'warning'],
  ])('takes %s, %s for %s, %s', (state, priority, status, severity) => {
    expect(alert({ ...shortest, state, priority })).toMatchObject({
      status,
      severity,
    });
  });

  it('rejects a state that is none, by its place in a batch', () => {
    const { alerts, rejected } = read([
      shortest,
      { ...shortest, state: 'OPEN' },
      closed,
    ]);
    expect(alerts).toHaveLength(2);
    expect(rejected).toMatchObject([{ field: '[1].state' }]);
    expect(rejection({ state: 'CLOSED' }).field).toBe('id');
  });
});
