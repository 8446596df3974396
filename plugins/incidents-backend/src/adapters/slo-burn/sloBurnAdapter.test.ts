import { at, readOf } from '../__testUtils__/readOf';
import { sloBurnAdapter } from './sloBurnAdapter';

const { alert, read } = readOf(sloBurnAdapter);

const burn = {
  id: '7f6d',
  sequence: 12,
  ref: 'slo:default/payments-availability',
  entityRef: 'component:default/payments',
  title: 'Payments answer',
  pair: 'page-1h',
  severity: 'page',
  state: 'firing',
  startedAt: at('2026-11-21T10:10:00Z') / 1000,
  longRate: 20.123,
  shortRate: 31.4,
  threshold: 14.4,
};

describe('sloBurnAdapter', () => {
  it('names the entity, and counts in milliseconds', () => {
    expect(alert(burn)).toMatchObject({
      status: 'firing',
      name: 'ErrorBudgetBurn',
      title: 'Payments answer burns its error budget',
      severity: 'critical',
      startsAt: at('2026-11-21T10:10:00Z'),
      entityRef: 'component:default/payments',
      labels: { slo: burn.ref, pair: 'page-1h' },
      annotations: { burn_rate_long: '20.1', threshold: '14.4' },
    });
    expect(alert({ ...burn, severity: 'ticket' }).severity).toBe('warning');
  });

  it('is one alert for a pair of an objective, however often it fires', () => {
    const { fingerprint } = alert(burn);
    const over = { ...burn, state: 'resolved', resolvedAt: burn.startedAt + 9 };
    expect(alert(over)).toMatchObject({
      status: 'resolved',
      fingerprint,
      endsAt: at('2026-11-21T10:10:09Z'),
    });
    expect(alert({ ...burn, id: 'another' }).fingerprint).toBe(fingerprint);
    expect(alert({ ...burn, pair: 'ticket-6h' }).fingerprint).not.toBe(
      fingerprint,
    );
    expect(read(over).deliveryId).toBe('7f6d 12');
  });

  it('rejects what names no entity', () => {
    expect(() => read({ ...burn, entityRef: 'payments' })).toThrow(/entityRef/);
    expect(() => read({})).toThrow(/BurnAlert/);
  });
});
