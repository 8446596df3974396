import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { fakeSource } from '@ghostlight/plugin-slo-node/testUtils';
import { component, pushedSlo, slo } from './__testUtils__/entities';
import { lastMinutes, push } from './__testUtils__/pushMinutes';
import { refusalOf } from './__testUtils__/refusalOf';
import { allowAll, startSlo, type World } from './__testUtils__/startSlo';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const pushed = 'slo:default/pushed';
const asked = 'slo:default/asked';
const sliced = 'slo:default/sliced';
const unable = 'slo:default/unable';

describe.each(databases.eachSupportedId())('a measurement on %s', id => {
  const elsewhere = {
    indicator: {
      metadata: { name: 'raw' },
      spec: {
        ratioMetric: {
          rawType: 'success',
          raw: {
            metricSource: { metricSourceRef: 'plain', spec: { query: 'up' } },
          },
        },
      },
    },
  };
  const split = jest.fn();
  const latest = jest.fn();
  async function start() {
    const world: World = {
      entities: [
        component('payments'),
        pushedSlo('pushed', 'payments', 0.99),
        slo('asked', 'payments', { objectives: [{ target: 0.9 }] }),
        slo('sliced', 'payments', {
          budgetingMethod: 'Timeslices',
          objectives: [
            { target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: '2m' },
          ],
        }),
        slo('unable', 'payments', elsewhere),
      ],
      decide: allowAll,
    };
    split.mockReset();
    latest.mockReset();
    const started = await startSlo({
      knex: await databases.init(id),
      world,
      sources: [fakeSource({ split, latest }), fakeSource({ name: 'plain' })],
    });
    await started.follow();
    const now = Math.floor(Date.now() / 60_000) * 60;
    const measure = async (ref: string, query: object = {}) => {
      const { data } = await started
        .client()
        .GET('/v1/objectives/{ref}/measurement', {
          params: {
            path: { ref },
            query: { from: now - 600, to: now, ...query },
          },
        });
      return data!;
    };
    return { ...started, world, now, measure };
  }

  it('is of the whole minutes of its span, from the ledger', async () => {
    const { backend, client, measure, now } = await start();
    await push(client(), [
      ...lastMinutes(pushed, { minutes: 20, skip: 4 }),
      ...lastMinutes(pushed, { minutes: 3, skip: 1, bad: 0.5 }),
    ]);
    expect(await measure(pushed)).toEqual({
      ref: pushed,
      title: expect.any(String),
      entityRef: 'component:default/payments',
      target: 0.99,
      unit: 'events',
      from: now - 600,
      to: now,
      good: 6 * 1000 + 1500,
      total: 9000,
      asOf: now - 60,
    });
    // Half a minute at either end is left out; the future has nothing.
    expect(
      await measure(pushed, { from: now - 270, to: now + 90 }),
    ).toMatchObject({ from: now - 240, total: 3000, good: 1500 });
    expect(
      await measure(pushed, { from: now - 45, to: now - 5 }),
    ).toMatchObject({ total: 0, asOf: null });
    expect(await measure(asked)).toMatchObject({ total: 0, asOf: null });
    await backend.stop();
  });

  it('of this moment is of the minutes that end now, asked of the source, where it can tell', async () => {
    const { backend, client, measure, now } = await start();
    latest.mockReturnValue({ good: 60, total: 100 });
    const current = Math.floor(Date.now() / 1000);
    const moment = { from: current - 120, to: current, latest: true };
    expect(await measure(asked, moment)).toMatchObject({
      from: current - 120,
      to: current,
      good: 120,
      total: 200,
      asOf: current,
    });
    expect(latest.mock.calls[0][1]).toBe(current);
    // It is not asked of the future, and of half a minute it says a whole one.
    const ahead = { from: current - 30, to: current + 500, latest: true };
    const { from, to, total } = await measure(asked, ahead);
    expect(total % 100).toBe(0);
    expect(to).toBeLessThan(current + 300);
    expect((to - from) % 60).toBe(0);
    // Where nobody can tell, it is of whole minutes.
    await push(client(), lastMinutes(pushed, { minutes: 20, skip: 1 }));
    for (const [ref, found] of [
      [pushed, { total: 1000 }],
      [unable, { total: 0 }],
      [sliced, { total: 0 }],
    ] as const)
      expect(
        await measure(ref, { from: now - 120, to: now, latest: true }),
      ).toMatchObject({ ...found, from: now - 120, to: now });
    latest.mockReturnValue({ failure: 'timeout' });
    expect(await measure(asked, moment)).toMatchObject({
      total: 0,
      asOf: null,
    });
    for (const query of [
      { from: current - 1200, to: current, latest: true },
      { ...moment, label: ['track=canary'] },
    ])
      expect(await refusalOf(measure(asked, query))).toMatch(/latest: /);
    await backend.stop();
  });

  it('with labels is of the series that the source has with them, or says why not', async () => {
    const { backend, measure, now } = await start();
    split.mockImplementation(
      ({ track }: Record<string, string>, minute: number) => {
        if (minute === now / 60 - 1) return undefined;
        return track === 'canary'
          ? { good: 80, total: 100 }
          : { good: 1000, total: 1000 };
      },
    );
    const label = ['track=canary', 'app.kubernetes.io/version=1.2=3 "}'];
    expect(await measure(asked, { label })).toMatchObject({
      unit: 'events',
      good: 720,
      total: 900,
      asOf: now - 60,
    });
    expect(split.mock.calls[0][0]).toEqual({
      track: 'canary',
      'app.kubernetes.io/version': '1.2=3 "}',
    });
    expect(
      await measure(asked, { label: ['track=stable'], from: now - 120 }),
    ).toMatchObject({ good: 1000, total: 1000 });
    // Each slice of two minutes is below its 95 %.
    const slices = await measure(sliced, { label: ['track=canary'] });
    expect(slices).toMatchObject({ unit: 'slices', good: 0 });
    expect(slices.total).toBeGreaterThanOrEqual(5);
    expect(slices.total).toBeLessThanOrEqual(6);

    split.mockReturnValue({ failure: 'timeout', message: 'slow' });
    for (const [ref, reason, message] of [
      [pushed, 'not-split', /push have no labels/],
      [unable, 'source-unable', /'plain' cannot/],
      [asked, 'source-failed', /timeout: slow/],
    ] as const)
      expect(await measure(ref, { label: ['track=canary'] })).toMatchObject({
        good: 0,
        total: 0,
        asOf: null,
        unavailable: { reason, message: expect.stringMatching(message) },
      });
    split.mockImplementation(() => {
      throw new Error('broken');
    });
    expect(await measure(asked, { label: ['track=canary'] })).toMatchObject({
      unavailable: { reason: 'source-failed', message: 'unreachable: broken' },
    });
    await backend.stop();
  });

  it('is refused where the span or a label is not one, or nobody may see it', async () => {
    const { backend, measure, now, world } = await start();
    const long = 'x'.repeat(257);
    for (const [query, message] of [
      [{ from: now, to: now }, '400 to: must be after from'],
      [{ from: now - 21_601 }, '400 to: must be after from'],
      [{ label: ['track'] }, 'is no name=value'],
      [{ label: ['=canary'] }, 'is no name=value'],
      [{ label: ['__name__=x'] }, 'is no name=value'],
      [{ label: ['a"}=1'] }, 'is no name=value'],
      [{ label: ['tr ack=1'] }, 'is no name=value'],
      [{ label: ['track='] }, '400 label: the value of track'],
      [{ label: [`track=${long}`] }, '400 label: the value of track'],
      [{ label: ['a=1', 'a=2'] }, '400 label: a is there twice'],
      [{ label: ['a=1', 'b=1', 'c=1', 'd=1', 'e=1', 'f=1'] }, '400'],
    ] as [object, string][])
      expect(await refusalOf(measure(asked, query))).toContain(message);
    expect(await refusalOf(measure('slo:default/none'))).toContain(
      "404 No objective 'slo:default/none'",
    );
    expect(split).not.toHaveBeenCalled();
    world.decide = () => ({ result: AuthorizeResult.DENY });
    expect(await refusalOf(measure(asked))).toMatch(/^403/);
    await backend.stop();
  });
});
