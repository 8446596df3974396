import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scratchDatabase, sought } from './scratchDatabase';

describe('A scratch database', () => {
  const before = process.env.TMPDIR;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scratch-'));
    process.env.TMPDIR = folder;
  });

  afterEach(async () => {
    process.env.TMPDIR = before;
    if (before === undefined) delete process.env.TMPDIR;
    await rm(folder, { recursive: true });
  });

  it('has the indexes that the pipeline finds rows by, and none for screens', async () => {
    const { db, remove } = await scratchDatabase();
    const names: string[] = await db('sqlite_master')
      .where('type', 'index')
      .pluck('name');
    expect(names).toEqual(
      expect.arrayContaining([
        ...Object.values(sought).flat(),
        'alerts_current',
      ]),
    );
    expect(names).not.toContain('alerts_open');
    expect(names).not.toContain('incidents_listed');
    await remove();
  });

  it('keeps what is written, except what a replay never reads, and leaves nothing behind', async () => {
    const { db, remove } = await scratchDatabase();
    await db('counters').insert({ name: 'kept', value: 1 });
    expect(await db('counters').where({ name: 'kept' })).toHaveLength(1);
    await db('timeline').insert({
      incident_number: 1,
      at: 0,
      kind: 'note',
      text: 'unread',
    });
    expect(await db('timeline')).toEqual([]);
    await remove();
    expect(await readdir(folder)).toEqual([]);
  });
});
