import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject, JsonValue } from '@backstage/types';
import { bodyOf, callsOf } from './__testUtils__/calls';
import { component, payments, runbook } from './__testUtils__/entities';
import { FakePlace } from './__testUtils__/FakePlace';
import { startRunbooks } from './__testUtils__/startRunbooks';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const day = 86_400_000;
/** Nothing is wrong with these but what is left out of them. */
const strange = ['good', 'nul', 'surrogate', 'prototypes', 'fence-prototype'];

/** Each line is nine times the one before it: the last one would be of billions. */
const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
  .concat(
    Array.from('bcdefghijk', (name, n) => {
      const before = 'abcdefghij'[n];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
    }),
  )
  .join('\n');

const fenced = (text: string) =>
  `# Look\n\n## Do\n\n\`\`\`action test:switch id=s timeout=1m\n${text}\n\`\`\`\n`;

function deep(levels: number): JsonValue {
  let value: JsonValue = 'x';
  for (let n = 0; n < levels; n++) value = [value];
  return value;
}

const prototypes: JsonObject = JSON.parse(
  '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}',
);

const step = (input: JsonObject) => ({
  id: 's',
  action: 'test:switch',
  input,
  timeout: '1m',
});

const good = runbook('good', {
  owner: 'payers',
  steps: [
    step({ name: 'left' }),
    { id: 'w', wait: '2s' },
    {
      ...step({ name: 'right' }),
      id: 't',
    },
  ],
});

/** Documents as somebody may put them into the catalog, by their names. */
const hostile: Record<string, JsonObject> = {
  'front-matter-bomb': { markdown: `---\n${bomb}\n---\n# Look\n` },
  'fence-bomb': { markdown: fenced(bomb) },
  'front-matter-deep': {
    markdown: `---\na: ${'['.repeat(20_000)}${']'.repeat(
      20_000,
    )}\n---\n# Look\n`,
  },
  'front-matter-loop': { markdown: `---\na: &a [*a]\n---\n# Look\n` },
  'fence-prototype': {
    markdown: fenced('name: x\n__proto__:\n  polluted: yes'),
  },
  deep: { steps: [step({ name: 'x', more: deep(3_000) })] },
  wide: { steps: Array(5_000).fill(step({ name: 'x' })) },
  huge: { steps: [{ id: 's', manual: 'x'.repeat(3_000_000), timeout: '1m' }] },
  prototypes: {
    steps: [{ ...step({ name: 'x', ...prototypes }) }],
    ...prototypes,
  },
  nul: {
    title: 'a\u0000b',
    triggers: [{ alert: 'a\u0000b' }],
    steps: [{ id: 's', manual: 'a\u0000b', timeout: '1m' }],
  },
  surrogate: {
    title: 'a\ud800b',
    triggers: [{ alert: 'a\ud800b' }],
    steps: [{ id: 's', manual: 'a\ud800b', timeout: '1m' }],
  },
  'not-a-mapping': { steps: 'all', triggers: 7, inputs: { a: 1 } },
};

describe.each(databases.eachSupportedId())('hostile documents on %s', id => {
  async function start(entities: Entity[]) {
    const place = FakePlace.create();
    const knex = await databases.init(id);
    const started = await startRunbooks({
      knex,
      world: { entities: [component('payments'), good, ...entities] },
      actions: [place.action('test:switch')],
    });
    const client = started.client();
    return {
      ...started,
      ...callsOf(client),
      knex,
      place,
      runbooks: async () =>
        bodyOf(
          await client.request('get', '/v1/runbooks', {
            params: { query: { limit: 100 } },
          }),
        ).items,
      runbook: async (ref: string) =>
        bodyOf(
          await client.request('get', '/v1/runbooks/{ref}', {
            params: { path: { ref } },
          }),
        ),
    };
  }

  it('are shown with what is wrong with them, take nothing from the others, and run nothing', async () => {
    const {
      runbooks,
      runbook: read,
      call,
      start: begin,
      ended,
      place,
      stop,
    } = await start(
      Object.entries(hostile).map(([name, spec]) =>
        runbook(name, { owner: 'payers', ...spec }),
      ),
    );
    const all = await runbooks();
    expect(all.map(({ ref }) => ref.split('/')[1]).sort()).toEqual(
      ['good', ...Object.keys(hostile)].sort(),
    );
    for (const { ref } of all) {
      const { findings, phases, runnable } = await read(ref);
      const broken = findings.some(({ severity }) => severity === 'error');
      const name = ref.split('/')[1];
      // NUL is nothing that people or databases can have.
      expect(JSON.stringify(phases)).not.toMatch(/\\u0000/);
      if (strange.includes(name)) continue;
      expect([name, broken || !runnable]).toEqual([name, true]);
      const answer = await call('/v1/executions', {
        method: 'POST',
        body: JSON.stringify({ runbookRef: ref, entityRef: payments }),
      });
      expect([name, answer.status]).toEqual([name, 400]);
    }
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(place.effects).toEqual([]);
    const { id: run } = await begin({
      runbookRef: 'runbook:default/good',
      entityRef: payments,
    });
    expect((await ended(run)).state).toBe('succeeded');
    await stop();
  });

  it.each<[string, string]>([
    ['deep', JSON.stringify({ name: 'x', more: deep(3_000) })],
    ['of prototypes', `{"name":"x","__proto__":{"password":"y"}}`],
    ['huge', JSON.stringify({ name: 'x'.repeat(2_000_000) })],
    ['with NUL', JSON.stringify({ name: 'x', 'a\u0000': 'y' })],
  ])('of a request, an input that is %s does nothing', async (_name, input) => {
    const { call, client, place, runbooks, stop } = await start([]);
    const answer = await call('/v1/executions', {
      method: 'POST',
      body: `{"action":"test:switch","entityRef":"${payments}","input":${input}}`,
    });
    expect([400, 413]).toContain(
      answer.status === 202 ? await endOf(await answer.json()) : answer.status,
    );
    expect(place.effects).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(await runbooks()).toHaveLength(1);
    await stop();

    /** One that was taken on has to have been refused by the action's own schema. */
    async function endOf({ id: run }: { id: string }) {
      const { ended } = callsOf(client());
      return (await ended(run)).state === 'failed' ? 400 : 202;
    }
  });

  it('what is under way goes on once when the clock jumps by a day, there and back', async () => {
    const { now } = Date;
    let jumped = 0;
    const clock = jest
      .spyOn(Date, 'now')
      .mockImplementation(() => now.call(Date) + jumped);
    try {
      const {
        start: begin,
        until,
        ended,
        journal,
        place,
        get,
        stop,
      } = await start([]);
      const request = {
        runbookRef: 'runbook:default/good',
        entityRef: payments,
      };
      for (const jump of [day, -day]) {
        jumped = 0;
        const done = place.effects.length;
        const { id: run } = await begin(request);
        await until(run, 'running');
        while (place.effects.length === done)
          await new Promise(resolve => setTimeout(resolve, 20));
        jumped = jump;
        expect((await ended(run)).state).toBe('succeeded');
        expect(place.effects.slice(done).map(({ name }) => name)).toEqual([
          'left',
          'right',
        ]);
        const times = (await journal(run)).map(({ at }) => at);
        expect(times).toEqual([...times].sort());
        expect((await get(run)).ledger.map(({ state }) => state)).toEqual([
          'intended',
          'applied',
          'intended',
          'applied',
        ]);
      }
      await stop();
    } finally {
      clock.mockRestore();
    }
  });
});
