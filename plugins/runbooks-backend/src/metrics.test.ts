import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { startRunbooks } from './__testUtils__/startRunbooks';
import type { AttemptRow } from './remediation';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const day = 24 * 3600_000;

async function attempt(
  knex: Knex,
  seq: number,
  row: Partial<AttemptRow> & { state: AttemptRow['state'] },
) {
  const at = Date.now() - 1000;
  const isDone = ['verified', 'ineffective', 'harmful'].includes(row.state);
  await knex('attempts').insert({
    id: `REM-${seq}`,
    seq,
    key: `k${seq}`,
    policy_ref: 'remediationpolicy:default/a',
    entity_ref: 'component:default/payments',
    environment: 'production',
    symptom: 's',
    target: 't',
    rung: 0,
    attempt: 1,
    mode: 'approve',
    title: 't',
    proposed_by: 'p',
    what: '{}',
    details: '{}',
    at,
    ...(isDone && { acted_at: at, finished_at: at + 30_000 }),
    revision: 1,
    ...row,
  });
}

async function execution(knex: Knex, seq: number, state: string, at: number) {
  await knex('executions').insert({
    id: `RUN-${seq}`,
    seq,
    run_id: `run-${seq}`,
    kind: 'runbook',
    state,
    title: 't',
    environment: 'production',
    requested_by: 'user:default/ann',
    operator: 'user:default/ann',
    program: '{"title":"t","steps":[]}',
    summary: '{"said":{"code":"x","text":"x"},"steps":0}',
    requested_at: at,
  });
}

describe.each(databases.eachSupportedId())('metrics on %s', id => {
  it('tell what runs and policies did, under few names, to whoever may scrape', async () => {
    const knex = await databases.init(id);
    const { call, stop } = await startRunbooks({
      knex,
      world: { entities: [] },
      runbooks: { metrics: { token: 'scrape-me' } },
    });
    const scrape = async (authorization: string) => {
      const response = await call('/metrics', { headers: { authorization } });
      const text = await response.text();
      return {
        status: response.status,
        samples: text
          .split('\n')
          .filter(line => line && !line.startsWith('#'))
          .sort(),
      };
    };
    const { samples: none } = await scrape('Bearer scrape-me');
    expect(none).toEqual([
      'runbooks_approvals_waiting{kind="attempt"} 0',
      'runbooks_approvals_waiting{kind="execution"} 0',
      'runbooks_approvals_waiting{kind="step"} 0',
      'runbooks_switched_off{scope="all"} 0',
      'runbooks_switched_off{scope="one"} 0',
    ]);
    for (const [header, status] of [
      ['Bearer other', 401],
      [mockCredentials.user.header(), 403],
      [mockCredentials.service.header(), 200],
    ] as const)
      expect((await scrape(header)).status).toBe(status);

    await attempt(knex, 1, { state: 'verified' });
    await attempt(knex, 2, { state: 'ineffective', escalated_at: Date.now() });
    await attempt(knex, 3, { state: 'waiting-approval', policy_ref: null });
    await attempt(knex, 4, { state: 'rejected', policy_ref: null });
    await attempt(knex, 5, { state: 'verified', at: Date.now() - 31 * day });
    // More policies than have names of their own.
    for (let n = 0; n < 120; n++)
      await attempt(knex, 10 + n, {
        state: 'harmful',
        policy_ref: `remediationpolicy:default/p${n}`,
      });
    await execution(knex, 1, 'succeeded', Date.now());
    await execution(knex, 2, 'waiting-approval', Date.now());
    await execution(knex, 3, 'failed', Date.now() - 2 * day);
    await knex('switches').insert(
      ['all', 'remediationpolicy:default/a'].map(scope => ({
        scope,
        is_on: false,
        by: 'user:default/ann',
        reason: 'x',
        at: Date.now(),
      })),
    );
    const { samples } = await scrape('Bearer scrape-me');
    const a = 'policy="remediationpolicy:default/a"';
    const attempts = 'runbooks_remediation_attempts_30d';
    expect(samples.filter(line => !line.includes('default/p'))).toEqual([
      'runbooks_approvals_waiting{kind="attempt"} 1',
      'runbooks_approvals_waiting{kind="execution"} 1',
      'runbooks_approvals_waiting{kind="step"} 0',
      'runbooks_executions_24h{kind="runbook",state="succeeded"} 1',
      'runbooks_executions_24h{kind="runbook",state="waiting-approval"} 1',
      'runbooks_executions_open{state="waiting-approval"} 1',
      `${attempts}{policy="other",outcome="harmful"} 21`,
      `${attempts}{policy="other",outcome="rejected"} 1`,
      `${attempts}{policy="other",outcome="succeeded"} 21`,
      `${attempts}{policy="other",outcome="tried"} 21`,
      `${attempts}{${a},outcome="escalated"} 1`,
      `${attempts}{${a},outcome="ineffective"} 1`,
      `${attempts}{${a},outcome="succeeded"} 2`,
      `${attempts}{${a},outcome="tried"} 2`,
      `${attempts}{${a},outcome="verified"} 1`,
      `runbooks_remediation_recovery_seconds_30d{${a}} 30`,
      'runbooks_switched_off{scope="all"} 1',
      'runbooks_switched_off{scope="one"} 1',
    ]);
    await stop();
  });
});
