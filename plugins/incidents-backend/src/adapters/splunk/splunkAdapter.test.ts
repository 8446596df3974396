import { at, readOf } from '../__testUtils__/readOf';
import { fired } from './__testUtils__/examples';
import { splunkAdapter } from './splunkAdapter';

const { alert, rejection } = readOf(splunkAdapter);

describe('splunkAdapter', () => {
  it('reads a search that fired, with its row as labels', () => {
    const found = alert(fired);
    expect(found).toMatchObject({
      status: 'firing',
      name: 'Declined cards above normal',
      title: '318 declined cards in five minutes',
      severity: 'error',
      startsAt: at('2026-11-21T10:09:50.250Z'),
      labels: { service: 'payments', host: 'pay-1', app: 'search' },
      environment: 'prod',
      url: fired.results_link,
    });
    expect(found.labels).not.toHaveProperty('_raw');
  });

  it('is one alert from run to run, whatever it counted, and one for each subject', () => {
    const { fingerprint } = alert(fired);
    const other = (result: object, more: object = {}) =>
      alert({ ...fired, ...more, result: { ...fired.result, ...result } })
        .fingerprint;
    expect(other({ count: '9' }, { sid: 'later' })).toBe(fingerprint);
    expect(other({ host: 'pay-2' })).not.toBe(fingerprint);
    expect(other({}, { search_name: 'Another' })).not.toBe(fingerprint);
    expect(other({ fingerprint: 'cards/eu' })).toBe('cards/eu');
  });

  it('takes the time from the search’s id when the row has none', () => {
    const sid = 'scheduler__ines__search__RMD5_at_1795255800_42';
    expect(alert({ ...fired, sid, result: null })).toMatchObject({
      startsAt: at('2026-11-21T10:10:00Z'),
      severity: 'warning',
    });
  });

  it('reads a search that is not saved', () => {
    expect(
      alert({ ...fired, search_name: null, result: { count: 1 } }),
    ).toMatchObject({ name: 'Search that is not saved' });
  });

  it('rejects what names no search', () => {
    expect(rejection({ result: {} }).field).toBe('sid');
    expect(rejection({ ...fired, result: 'x' }).field).toBe('result');
  });
});
