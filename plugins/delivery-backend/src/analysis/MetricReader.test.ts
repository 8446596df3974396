import type { MetricSource } from '@ghostlight/plugin-delivery-node';
import { MetricReader } from '.';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments' },
};
const ask = {
  entity,
  environment: 'production',
  metric: 'cpu' as const,
  from: 0,
  to: 60_000,
  stepMs: 60_000,
};

function source(id: string, values: MetricSource['values']): MetricSource {
  return { id, title: id, values, counts: async () => undefined };
}

function readerOf(sources: MetricSource[], patience = 50, now = () => 0) {
  return MetricReader.create({
    sources: new Map(sources.map(one => [one.id, one])),
    now,
    patience,
    atOnce: 2,
  });
}

const good = source('good', async () => [
  { at: 1, value: 0.5 },
  { at: 2, value: NaN },
]);
const hanging = source('hanging', () => new Promise(() => {}));

describe('MetricReader', () => {
  it('asks until one measures it, and leaves out what is no number', async () => {
    const blind = source('blind', async () => undefined);
    const answer = await readerOf([blind, good]).values(ask);
    expect(answer).toEqual({ data: [{ at: 1, value: 0.5 }] });
  });

  it('says why nobody could, or nothing when nobody does', async () => {
    const broken = source('broken', async () => {
      throw new Error('no such label');
    });
    expect(await readerOf([broken]).values(ask)).toEqual({
      why: 'broken: no such label',
    });
    expect(await readerOf([]).values(ask)).toEqual({ why: undefined });
  });

  it('does not wait for one that hangs, and then leaves it alone for a while', async () => {
    let now = 0;
    let asked = 0;
    const slow = source('slow', (...args) => {
      asked += 1;
      return hanging.values(...args);
    });
    const reader = readerOf([slow, good], 20, () => now);
    const all = await Promise.all(
      Array.from({ length: 10 }, () => reader.values(ask)),
    );
    expect(all.every(({ data }) => data?.length === 1)).toBe(true);
    const before = asked;
    await reader.values(ask);
    expect(asked).toBe(before);
    now += 31_000;
    await reader.values(ask);
    expect(asked).toBe(before + 1);
  });

  it('asks one source so many questions at once, and no more', async () => {
    let [running, most] = [0, 0];
    const busy = source('busy', async () => {
      most = Math.max(most, ++running);
      await new Promise(resolve => setTimeout(resolve, 5));
      running -= 1;
      return [];
    });
    const reader = readerOf([busy], 60_000);
    await Promise.all(Array.from({ length: 9 }, () => reader.values(ask)));
    expect(most).toBe(2);
  });

  it('stops when the caller does', async () => {
    const stop = new AbortController();
    const answer = readerOf([hanging], 60_000).values(ask, stop.signal);
    stop.abort(new Error('over'));
    await expect(answer).rejects.toThrow('over');
  });
});
