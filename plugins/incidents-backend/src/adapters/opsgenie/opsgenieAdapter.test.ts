import { at, readOf } from '../__testUtils__/readOf';
import { action } from './__testUtils__/examples';
import { opsgenieAdapter } from './opsgenieAdapter';

const { read, alert, rejection } = readOf(opsgenieAdapter);

describe('opsgenieAdapter', () => {
  it('reads a created alert, with its details and tags as labels', () => {
    expect(alert(action('Create'))).toMatchObject({
      fingerprint: 'checkout/latency',
      status: 'firing',
      name: 'Checkout answers slowly',
      description: 'p99 above 2 s for 10 minutes',
      severity: 'critical',
      startsAt: at('2026-11-21T10:10:00Z'),
      labels: {
        service: 'checkout',
        slow: 'true',
        region: 'eu-west-1',
        entity: 'checkout',
      },
    });
  });

  it.each(['Close', 'Delete'])('takes %s for its end', name => {
    const body = action(name, { description: '' });
    expect(alert(body)).toMatchObject({
      fingerprint: 'checkout/latency',
      status: 'resolved',
      startsAt: at('2026-11-21T10:10:00Z'),
      // Nanoseconds there.
      endsAt: at('2026-11-21T10:10:00.123Z'),
    });
  });

  it.each(['Acknowledge', 'AddNote', 'Escalate', 'AssignOwnership', 'New One'])(
    'takes %s and makes no event of it',
    name => {
      expect(read(action(name))).toEqual({ alerts: [] });
    },
  );

  it('reads a new priority, and knows an alert without alias by its id', () => {
    const changed = { alertId: 'c', alias: '', priority: 'P5' };
    expect(alert(action('UpdatePriority', changed))).toMatchObject({
      fingerprint: 'c',
      severity: 'info',
    });
  });

  it('rejects an action on nothing, and a time that is none', () => {
    expect(rejection({ action: 'Create' }).field).toBe('alert');
    expect(rejection({ action: 'Create', alert: {} }).field).toBe(
      'alert.alertId',
    );
    expect(rejection(action('Close', { updatedAt: 'soon' })).field).toBe(
      'alert.updatedAt',
    );
  });
});
