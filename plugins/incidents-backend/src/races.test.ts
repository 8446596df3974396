import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group } from './__testUtils__/entities';
import { insertAlerts } from './__testUtils__/insertAlerts';
import { refusalOf } from './__testUtils__/refusalOf';
import { allowAll, startIncidents } from './__testUtils__/startIncidents';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('at the same time on %s', id => {
  let knex: Knex;
  async function start() {
    knex = await databases.init(id);
    const started = await startIncidents({
      knex,
      world: {
        entities: [group('payers'), component('payments')],
        decide: allowAll,
      },
    });
    return { ...started, ...callsOf(started.client()) };
  }
  const times = <T>(n: number, run: (index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: n }, (_, index) => run(index)));

  it('a hundred people declare a hundred incidents without a gap', async () => {
    const { stop, declare, list } = await start();
    const made = await times(100, index =>
      // Some of them twice, as a retry would.
      declare({ title: `${index}`, key: `${Math.min(index, 95)}` }),
    );
    const ids = [...new Set(made.map(incident => incident.id))].sort();
    expect(ids).toEqual(
      Array.from(
        { length: 96 },
        (_, index) => `INC-${String(index + 1).padStart(4, '0')}`,
      ),
    );
    expect((await list()).counts.open).toBe(96);
    await stop();
  });

  it('one alert becomes one incident', async () => {
    const { stop, declare, list } = await start();
    const [alertId] = await insertAlerts(knex, [{ name: 'A' }]);
    const answers = await times(5, () =>
      refusalOf(declare({ alertIds: [alertId] })),
    );
    expect(answers.filter(answer => answer === 'no refusal')).toHaveLength(1);
    expect((await list()).items).toMatchObject([
      { id: 'INC-0001', alertCount: 1 },
    ]);
    await stop();
  });

  it('an incident changes once, whoever asks', async () => {
    const { stop, declare, status, edit, acknowledge, get, timeline } =
      await start();
    await declare();
    await times(10, () => status('INC-0001', { status: 'identified' }));
    await times(10, () => acknowledge('INC-0001'));
    const { version } = await get('INC-0001');
    expect(version).toBe(2);
    const edits = await times(10, index =>
      refusalOf(edit('INC-0001', { version, title: `${index}` })),
    );
    expect(edits.filter(answer => answer === 'no refusal')).toHaveLength(1);
    expect(edits.filter(answer => answer.startsWith('409'))).toHaveLength(9);
    const { items } = await timeline('INC-0001', { kind: ['status'] });
    expect(items.map(({ text }) => text)).toEqual([
      'Acknowledged',
      'Status changed from investigating to identified',
      'Declared by hand',
    ]);
    await stop();
  });

  it('two merges in opposite directions end in one incident', async () => {
    const { stop, declare, merge, list } = await start();
    for (let n = 0; n < 6; n++) await declare();
    await Promise.all(
      [
        ['INC-0001', 'INC-0002'],
        ['INC-0002', 'INC-0001'],
        ['INC-0003', 'INC-0004'],
        ['INC-0004', 'INC-0005'],
        ['INC-0005', 'INC-0003'],
        ['INC-0006', 'INC-0004'],
      ].map(([from, into]) => refusalOf(merge(from, into))),
    );
    const { items } = await list();
    expect(items).toHaveLength(2);
    const ends = items.map(item => item.id);
    const { items: all } = await list({ merged: true });
    const into = all.flatMap(({ mergedInto }) => mergedInto ?? []);
    expect(into).toHaveLength(4);
    expect(ends).toEqual(expect.arrayContaining(into));
    await stop();
  });
});
