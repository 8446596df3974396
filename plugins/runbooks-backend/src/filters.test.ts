import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  PolicySpec,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { bodyOf } from './__testUtils__/calls';
import { component, payments, policy, runbook } from './__testUtils__/entities';
import { FakePlace } from './__testUtils__/FakePlace';
import { startRunbooks, type World } from './__testUtils__/startRunbooks';
import { findDocument } from './documents';
import { hashOfLadder, readLadderRunbooks } from './remediation/ladders';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const day = 86_400_000;

type PolicyFilter = NonNullable<
  RunbooksPaths['/v1/policies']['get']['parameters']['query']
>;

const nameOf = ({ ref }: { ref: string }) => ref.split('/')[1];

const policyOf = (name: string, more: JsonObject = {}) =>
  policy(name, {
    owner: 'payers',
    triggers: [{ alert: 'Errors' }],
    do: [{ action: 'test:switch', input: { name: 'x' } }],
    ...more,
  });

const runbookOf = (name: string, more: JsonObject = {}) =>
  runbook(name, {
    owner: 'payers',
    steps: [{ id: 's', manual: 'Look', timeout: '1m' }],
    ...more,
  });

describe.each(databases.eachSupportedId())('filters on %s', id => {
  async function start(world: World, before?: Knex) {
    const knex = before ?? (await databases.init(id));
    const place = FakePlace.create();
    const started = await startRunbooks({
      knex,
      world,
      actions: [place.action('test:switch')],
    });
    const client = started.client();
    return {
      ...started,
      knex,
      /** By pages of two, with the totals that they told. */
      async policies(query: PolicyFilter) {
        const names: string[] = [];
        const totals = new Set<number>();
        let cursor: string | undefined;
        do {
          const page = bodyOf(
            await client.request('get', '/v1/policies', {
              params: { query: { ...query, limit: 2, cursor } },
            }),
          );
          names.push(...page.items.map(nameOf));
          totals.add(page.total);
          cursor = page.nextCursor;
          // A page that is not the last is full.
          expect(cursor === undefined || page.items.length === 2).toBe(true);
        } while (cursor);
        expect([...totals]).toEqual([names.length]);
        return names;
      },
      async runbooks(query: {
        stale?: boolean;
        limit?: number;
        cursor?: string;
      }) {
        return bodyOf(
          await client.request('get', '/v1/runbooks', { params: { query } }),
        );
      },
    };
  }

  it('finds policies by the mode that they act in and by the entity that they are for, before paging', async () => {
    const entities = [
      component('payments', { annotations: { 'ghostlight.dev/tier': '1' } }),
      component('search', { owner: 'searchers' }),
      policyOf('a-all', { mode: 'suggest' }),
      policyOf('b-named', { appliesTo: { entities: [payments] } }),
      policyOf('c-other', {
        mode: 'suggest',
        appliesTo: { entities: ['component:default/search'] },
      }),
      policyOf('d-tier', {
        mode: 'auto',
        earnAfter: 1,
        appliesTo: { tiers: ['1', '2'], types: ['service'] },
      }),
      policyOf('e-half', {
        mode: 'auto',
        appliesTo: { tiers: ['1'], owners: ['group:default/searchers'] },
      }),
      policyOf('f-owner', {
        mode: 'suggest',
        appliesTo: {
          owners: ['group:default/payers', 'group:default/searchers'],
          systems: ['system:default/shop'],
        },
      }),
      policy('g-broken', { owner: 'payers', do: 'nothing' }),
    ];
    const { policies, knex, client, stop } = await start({ entities });
    const search = 'component:default/search';
    expect(await policies({ entityRef: payments })).toEqual([
      'a-all',
      'b-named',
      'd-tier',
      'f-owner',
    ]);
    expect(await policies({ entityRef: search })).toEqual([
      'a-all',
      'c-other',
      'f-owner',
    ]);
    expect(await policies({ entityRef: 'component:default/gone' })).toEqual([]);
    // What is to act by itself asks until it has earned it.
    expect(await policies({ mode: ['auto'] })).toEqual([]);
    expect(await policies({ mode: ['approve'] })).toEqual([
      'b-named',
      'd-tier',
      'e-half',
    ]);
    const listed = bodyOf(await client().request('get', '/v1/policies'));
    const { ladder } = await ladderOf(knex, 'd-tier');
    await knex('attempts').insert(
      attemptOf('remediationpolicy:default/d-tier', ladder),
    );
    const after = bodyOf(await client().request('get', '/v1/policies'));
    expect(listed.items.find(one => nameOf(one) === 'd-tier')?.mode).toBe(
      'approve',
    );
    expect(after.items.find(one => nameOf(one) === 'd-tier')?.mode).toBe(
      'auto',
    );
    expect(await policies({ mode: ['auto'] })).toEqual(['d-tier']);
    expect(await policies({ mode: ['approve'] })).toEqual([
      'b-named',
      'e-half',
    ]);
    expect(await policies({ mode: ['suggest', 'auto'] })).toEqual([
      'a-all',
      'c-other',
      'd-tier',
      'f-owner',
      'g-broken',
    ]);
    expect(await policies({ mode: ['approve', 'auto'] })).toEqual([
      'b-named',
      'd-tier',
      'e-half',
    ]);
    expect(await policies({ mode: ['auto'], entityRef: search })).toEqual([]);
    await stop();
  });

  it('finds runbooks that nobody has tried for as long as they say, before paging', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const entities = [
      ...names.map(name => runbookOf(name)),
      runbookOf('weekly', { rehearseEvery: '7d' }),
      runbookOf('yearly', { rehearseEvery: '365d' }),
    ];
    const { runbooks, knex, stop } = await start({ entities });
    expect((await runbooks({ stale: true })).items).toEqual([]);
    const now = Date.now();
    await knex('documents').update({ updated_at: now - 100 * day });
    const tried = async (n: number, name: string, at: number | null) =>
      knex('executions').insert(executionOf(n, name, at));
    await tried(1, 'a', now - 10 * day);
    await tried(2, 'b', now - 91 * day);
    await tried(3, 'weekly', now - 8 * day);
    // A run that never began is none, and does not hide the one before it.
    await tried(4, 'a', null);
    const stale = ['b', 'c', 'd', 'e', 'f', 'weekly'];
    const first = await runbooks({ stale: true, limit: 4 });
    expect(first).toMatchObject({ total: 6 });
    expect(first.items.map(nameOf)).toEqual(stale.slice(0, 4));
    const second = await runbooks({
      stale: true,
      limit: 4,
      cursor: first.nextCursor,
    });
    expect(second.items.map(nameOf)).toEqual(stale.slice(4));
    expect(second.nextCursor).toBeUndefined();
    const fresh = await runbooks({ stale: false });
    expect(fresh.items.map(nameOf)).toEqual(['a', 'yearly']);
    const all = await runbooks({});
    // A list says of each what the filter finds it by.
    expect(all.items.filter(one => one.stale).map(nameOf)).toEqual(stale);
    await stop();
  });

  it('writes a document again when only where it is or whose it is has changed, as old as it was', async () => {
    const [written, other] = [runbookOf('a'), policyOf('p')];
    const first = await start({ entities: [written, other] });
    const { knex } = first;
    await knex('documents').update({ updated_at: 1_000 });
    const [before] = await knex('documents').where({ kind: 'runbook' });
    await first.stop();
    const moved = structuredClone(written);
    moved.metadata.annotations = {
      'backstage.io/view-url': 'https://git.example.com/a.yaml',
    };
    moved.relations!.push({
      type: 'partOf',
      targetRef: 'system:default/shop',
    });
    const second = await start({ entities: [moved, other] }, knex);
    const [after] = await knex('documents').where({ kind: 'runbook' });
    expect(after).toMatchObject({
      hash: before.hash,
      system_ref: 'system:default/shop',
    });
    expect(Number(after.updated_at)).toBe(1_000);
    const [shown] = (await second.runbooks({})).items;
    expect(shown.viewUrl).toBe('https://git.example.com/a.yaml');
    await second.stop();
  });

  it('suggests the best of any number of runbooks that a trigger leads to', async () => {
    const many = 1_200;
    const { knex, client, stop } = await start({
      entities: [
        component('payments'),
        runbookOf('a', { triggers: [{ slo: 'slo:default/payments' }] }),
        // The last by its name, and the only one for the service.
        runbookOf('z-mine', {
          services: [payments],
          triggers: [{ slo: 'slo:default/payments' }],
        }),
      ],
    });
    const [row] = await knex('documents').where('ref', 'runbook:default/a');
    const [key] = await knex('document_keys').where('ref', row.ref);
    const refs = Array.from(
      { length: many },
      (_, n) => `runbook:default/m${n}`,
    );
    await knex.batchInsert(
      'documents',
      refs.map(ref => ({ ...row, ref })),
      50,
    );
    await knex.batchInsert(
      'document_keys',
      refs.map(ref => ({ ...key, ref })),
      50,
    );
    const { items } = bodyOf(
      await client().request('get', '/v1/suggestions', {
        params: {
          query: { objective: 'slo:default/payments', entityRef: payments },
        },
      }),
    );
    expect(items).toHaveLength(20);
    expect(items[0].runbook?.ref).toBe('runbook:default/z-mine');
    await stop();
  });
});

async function ladderOf(knex: Knex, name: string) {
  const ref = `remediationpolicy:default/${name}`;
  const document = await findDocument<PolicySpec>(knex, 'policy', ref);
  const spec = document!.spec!;
  return { ladder: hashOfLadder(await readLadderRunbooks(knex, [spec]), spec) };
}

function attemptOf(policyRef: string, ladder: string) {
  return {
    id: 'REM-1',
    seq: 1,
    key: 'k1',
    policy_ref: policyRef,
    ladder,
    entity_ref: payments,
    environment: 'production',
    symptom: 's',
    target: 't',
    rung: 0,
    attempt: 1,
    mode: 'approve',
    state: 'verified',
    title: 't',
    proposed_by: policyRef,
    what: '{}',
    details: '{"said":{"code":"x","text":"x"},"approvers":[]}',
    at: Date.now(),
    finished_at: Date.now(),
    revision: 1,
  };
}

function executionOf(n: number, name: string, startedAt: number | null) {
  return {
    id: `RUN-${n}`,
    seq: n,
    run_id: `r${n}`,
    kind: 'runbook',
    state: startedAt ? 'succeeded' : 'rejected',
    title: name,
    runbook_ref: `runbook:default/${name}`,
    environment: 'production',
    requested_by: 'user:default/ann',
    operator: 'user:default/ann',
    program: '{"title":"x","steps":[]}',
    summary: '{"said":{"code":"x","text":"x"},"steps":0}',
    requested_at: startedAt ?? Date.now(),
    started_at: startedAt,
    finished_at: startedAt ?? Date.now(),
  };
}
