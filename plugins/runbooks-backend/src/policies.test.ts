import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  AttemptState,
  PolicySpec,
} from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { policy, runbook } from './__testUtils__/entities';
import { FakePlace } from './__testUtils__/FakePlace';
import { policyCallsOf } from './__testUtils__/policyCalls';
import { startRunbooks } from './__testUtils__/startRunbooks';
import { findDocument } from './documents';
import { hashOfLadder, readLadderRunbooks } from './remediation/ladders';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const many = 40;

const auto = (name: string, rung: JsonObject) =>
  policy(name, {
    owner: 'payers',
    triggers: [{ alert: 'Errors' }],
    mode: 'auto',
    earnAfter: 2,
    do: [rung],
  });

function runbookOf(name: string, action: string) {
  return runbook(name, {
    owner: 'payers',
    steps: [{ id: 's', action, input: { name }, timeout: '1m' }],
  });
}

const seqs = { last: 0 };

/** Of a policy with the ladder that it has now, unless it is told. */
async function attempt(
  knex: Knex,
  name: string,
  state: AttemptState,
  given?: string,
) {
  const policyRef = `remediationpolicy:default/${name}`;
  const document = await findDocument<PolicySpec>(knex, 'policy', policyRef);
  const { spec } = document!;
  const runbooks = await readLadderRunbooks(knex, [spec!]);
  const ladder = given ?? hashOfLadder(runbooks, spec!);
  seqs.last += 1;
  await knex('attempts').insert({
    id: `REM-${seqs.last}`,
    seq: seqs.last,
    key: `k${seqs.last}`,
    policy_ref: policyRef,
    ladder,
    entity_ref: 'component:default/payments',
    environment: 'production',
    symptom: 's',
    target: 't',
    rung: 0,
    attempt: 1,
    mode: 'approve',
    state,
    title: 't',
    proposed_by: 'p',
    what: '{}',
    details: '{"said":{"code":"x","text":"x"},"approvers":[]}',
    at: Date.now(),
    finished_at: Date.now(),
    revision: 1,
  });
}

describe.each(databases.eachSupportedId())('policies on %s', id => {
  it('earn their mode each for itself, told in as many queries for many as for few', async () => {
    const knex = await databases.init(id);
    const place = FakePlace.create();
    const { client, stop } = await startRunbooks({
      knex,
      world: {
        entities: [
          runbookOf('mild', 'test:switch'),
          runbookOf('harsh', 'test:destroy'),
          auto('earned', { action: 'test:switch', input: { name: 'x' } }),
          auto('by-runbook', { runbook: 'mild' }),
          auto('harmful', { action: 'test:switch', input: { name: 'x' } }),
          auto('harsh', { runbook: 'harsh' }),
          auto('nowhere', { runbook: 'none' }),
          auto('rewritten', { action: 'test:switch', input: { name: 'x' } }),
          auto('new', { action: 'test:switch', input: { name: 'x' } }),
          ...Array.from({ length: many }, (_, n) =>
            auto(`p${n}`, { action: 'test:switch', input: { name: 'x' } }),
          ),
        ],
      },
      actions: [
        place.action('test:switch'),
        place.action('test:destroy', { reversible: false }),
      ],
    });
    for (const name of ['earned', 'by-runbook', 'harmful', 'harsh', 'nowhere'])
      for (let n = 0; n < 2; n++) await attempt(knex, name, 'verified');
    await attempt(knex, 'harmful', 'harmful');
    await attempt(knex, 'harmful', 'verified');
    await attempt(knex, 'new', 'ineffective');
    // What it did when it was written otherwise is no record of what it does now.
    for (let n = 0; n < 3; n++)
      await attempt(knex, 'rewritten', 'verified', 'another');
    await attempt(knex, 'rewritten', 'verified');

    const { policies } = policyCallsOf(client());
    const queries: string[] = [];
    const note = ({ sql }: { sql: string }) => {
      // Of what goes on by itself.
      if (/attempts|documents/.test(sql) && !/due_at|updated_at"?\)/.test(sql))
        queries.push(sql);
    };
    knex.on('query', note);
    const all = await policies();
    knex.off('query', note);
    expect(all).toHaveLength(7 + many);
    expect(queries.length).toBeLessThanOrEqual(8);
    const byTitle = new Map(all.map(one => [one.title, one]));
    const modeOf = (name: string) => {
      const { mode, earned } = byTitle.get(name)!;
      return [mode, earned?.successes, earned?.said.code];
    };
    expect({
      earned: modeOf('earned'),
      byRunbook: modeOf('by-runbook'),
      harmful: modeOf('harmful'),
      harsh: modeOf('harsh'),
      nowhere: modeOf('nowhere'),
      new: modeOf('new'),
      rewritten: modeOf('rewritten'),
    }).toEqual({
      earned: ['auto', 2, 'earned.yes'],
      byRunbook: ['auto', 2, 'earned.yes'],
      harmful: ['approve', 1, 'earned.not-yet'],
      harsh: ['approve', 2, 'earned.irreversible'],
      nowhere: ['approve', 2, 'earned.irreversible'],
      new: ['approve', 0, 'earned.not-yet'],
      rewritten: ['approve', 1, 'earned.not-yet'],
    });
    const wrong = all.flatMap(({ title, findings }) =>
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ code, path, found }) => [title, code, path, found]),
    );
    expect(wrong).toEqual([
      [
        'nowhere',
        'missing-runbook',
        'spec.do[0].runbook',
        'runbook:default/none',
      ],
    ]);
    await stop();
  });
});
