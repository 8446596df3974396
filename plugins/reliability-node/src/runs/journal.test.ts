import { TestDatabases } from '@backstage/backend-test-utils';
import { InputError, NotFoundError } from '@backstage/errors';
import type { StepHandler } from '.';
import { useRuns } from './__testUtils__/useRuns';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('What is told on %s', databaseId => {
  const bed = useRuns(databases, databaseId);
  const { ask, create, ended, start, step, until } = bed;

  const outputOf = async (id: string) =>
    (await bed.runs.journal(id, 0, 1_000)).filter(
      ({ event }) => event === 'output',
    );

  it('is the output of a step, in order, in pieces, and soon', async () => {
    let finish: () => void = () => undefined;
    const talking: StepHandler = {
      kind: 'check',
      look: async ({ output, progress }) => {
        output('one\n');
        output('tw\u0000o\n');
        output('');
        await progress('half');
        output(`${'ü'.repeat(7_999)}😀end`);
        await new Promise<void>(resolve => {
          finish = resolve;
        });
        output('last');
        setTimeout(() => output('too late'), 1);
        return { state: 'succeeded' };
      },
    };
    const changes: string[] = [];
    const runs = await create({
      recordChange: async ({ state }) => void changes.push(state),
    });
    const { id } = await ask([step('a', { type: 'talking' })]);
    start(runs, { talking });
    await until(id, ({ steps }) => steps[0].progress === 'half');
    for (;;) {
      // Written although the step goes on.
      if ((await outputOf(id)).length === 3) break;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    const recorded = changes.length;
    finish();
    await ended(id);
    const lines = await bed.runs.journal(id);
    expect(lines.map(({ event, text }) => [event, text]).slice(3)).toEqual([
      ['output', 'one\ntwo\n'],
      ['progress', 'half'],
      ['output', 'ü'.repeat(7_999)],
      ['output', '😀end'],
      ['output', 'last'],
      ['step-succeeded', undefined],
      ['ended', undefined],
    ]);
    expect(lines[3].stepId).toBe('a');
    expect(recorded).toBe(2);
  });

  it('is no more than 64 KB of output, over all attempts, and how much was left out', async () => {
    const flooding: StepHandler = {
      kind: 'check',
      look: async ({ output, step: { attempts } }) => {
        for (let n = 0; n < 100; n++) output('ü'.repeat(200));
        if (attempts === 1) return { state: 'again', after: 0 };
        output('x'.repeat(1_000_000));
        return { state: 'failed', error: 'no' };
      },
    };
    const { id } = await ask([
      step('a', { type: 'flooding', continueOnFailure: true }),
      'b',
    ]);
    start(bed.runs, { flooding });
    expect((await ended(id)).state).toBe('succeeded');
    const lines = await outputOf(id);
    const kept = lines.slice(0, -1).map(({ text = '' }) => text);
    expect(Math.max(...kept.map(({ length }) => length))).toBe(8_000);
    expect(Buffer.byteLength(kept.join(''))).toBe(65_536);
    const leftOut = 80_000 + 1_000_000 - 65_536;
    expect(lines.at(-1)).toMatchObject({
      text: `[${leftOut} bytes of output were left out]`,
      data: { leftOut },
    });
  });

  it('is what the family has to say, also when the run is over, and not when its transaction fails', async () => {
    const changes: string[] = [];
    const told: number[] = [];
    const runs = await create({
      recordChange: async ({ state }) => void changes.push(state),
      onChange: ({ revision }) => void told.push(revision),
    });
    const { id } = await ask(['a'], {}, runs);
    const comment = (text: string) => ({
      event: 'comment',
      by: 'user:default/ben',
      text,
    });
    await runs.note(id, {
      ...comment('mind the \u0000gap'),
      stepId: 'a',
      data: { of: 'x' },
    });
    await expect(
      bed.knex.transaction(async trx => {
        await runs.note(id, comment('never said'), trx);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    start(runs);
    const run = await ended(id);
    await bed.knex.transaction(trx => runs.note(id, comment('fine'), trx));
    expect(await runs.get(id)).toEqual({ ...run, revision: run.revision + 1 });
    const lines = await runs.journal(id);
    expect(lines.filter(({ event }) => event === 'comment')).toEqual([
      {
        runId: id,
        seq: 2,
        at: bed.now,
        event: 'comment',
        by: 'user:default/ben',
        text: 'mind the gap',
        stepId: 'a',
        data: { of: 'x' },
      },
      expect.objectContaining({ seq: lines.length, text: 'fine' }),
    ]);
    // Watchers hear of it, what is written along with changes does not.
    expect(told.at(-1)).toBe(run.revision + 1);
    expect(changes).toEqual(['planned', 'running', 'succeeded']);
    for (const more of [{ event: '' }, { stepId: 'b' }, { by: '' }])
      await expect(runs.note(id, { ...comment('?'), ...more })).rejects.toThrow(
        InputError,
      );
    await expect(runs.note('nobody', comment('?'))).rejects.toThrow(
      NotFoundError,
    );
  });

  it('is forgotten when it is old, the oldest first and not the ledger', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 25; n++) {
      bed.now += 1_000;
      const { id } = await ask([n ? 'a' : 'do'], { key: `${n}` });
      if (n) await bed.runs.cancel(id, 'ben', 'no');
      else {
        start();
        await ended(id);
      }
      ids.push(id);
    }
    const other = await ask(['a'], { kind: 'else' });
    await bed.runs.cancel(other.id, 'ben', 'no');
    const open = await ask(['a'], { approval: { until: bed.now + 1_000_000 } });
    const left = async () => {
      const of = async (table: string) =>
        (await bed.knex(table).countDistinct({ n: 'run_id' }).first())?.n;
      const runs = await bed.runs.list({ limit: 200 });
      expect(Number(await of('run_steps'))).toBe(runs.length);
      expect(Number(await of('run_journal'))).toBe(runs.length);
      return runs.map(({ id }) => id);
    };
    const prune = (more: object) =>
      bed.runs.prune({ finishedBefore: bed.now, limit: 100, ...more });
    expect(await prune({ limit: 2 })).toBe(2);
    expect(await left()).toEqual([
      open.id,
      other.id,
      ...ids.slice(2).toReversed(),
    ]);
    expect(await prune({ kind: 'test' })).toBe(22);
    expect(await left()).toEqual([open.id, other.id, ids[24]]);
    expect(await prune({ finishedBefore: bed.now + 1, kind: 'else' })).toBe(1);
    expect(await prune({ finishedBefore: bed.now + 1 })).toBe(1);
    expect(await prune({ limit: 0 })).toBe(0);
    expect(await left()).toEqual([open.id]);
    expect(await bed.runs.ledger(ids[0])).toHaveLength(2);
    // Its key is free again.
    expect((await ask(['a'], { key: '3' })).id).not.toBe(ids[3]);
    await expect(prune({ limit: NaN })).rejects.toThrow(InputError);
  });
});
