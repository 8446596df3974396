import { TestDatabases } from '@backstage/backend-test-utils';
import { changeId } from '../changes';
import {
  deployment,
  noon,
  startFeed,
} from '../changes/__testUtils__/startFeed';
import { renderMetrics } from '.';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const day = 24 * 3600_000;

describe.each(databases.eachSupportedId())('the metrics on %s', id => {
  it('count what is recent, each once, under few names', async () => {
    const knex = await databases.init(id);
    const { feed } = await startFeed({ knex, now: () => noon });
    const samples = async () => {
      const { contentType, text } = await renderMetrics(knex, noon);
      expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
      return text.split('\n').filter(line => line && !line.startsWith('#'));
    };
    expect(await samples()).toEqual(['delivery_failed_versions_active 0']);

    await feed.record('ci', [
      deployment('v1', noon - 2 * day),
      deployment('v2', noon - 2000),
      deployment('v3', noon - 1000, { outcome: 'failed' }),
      deployment('v2', noon, { key: 'back', kind: 'rollback' }),
      deployment('flag', noon, { kind: 'flag' }),
    ]);
    // Told by another one as well.
    await feed.record('kubernetes', [deployment('v2', noon - 2000)]);
    await knex('lanes').update({ current_failed: true });
    const rollback = {
      run_id: 'r1',
      plan_id: 'p1',
      entity_ref: payments,
      environment: 'production',
      lane: 'kubernetes',
      reason: 'x',
      requested_by: 'user:default/ann',
      requested_at: noon,
      summary: '{}',
      dry_run: false,
      state: 'succeeded',
    };
    await knex('rollbacks').insert([
      { ...rollback, id: 'RB-1' },
      { ...rollback, id: 'RB-2', run_id: 'r2', plan_id: 'p2', state: 'failed' },
      { ...rollback, id: 'RB-3', run_id: 'r3', plan_id: 'p3', dry_run: true },
      {
        ...rollback,
        id: 'RB-4',
        run_id: 'r4',
        plan_id: 'p4',
        requested_at: noon - 31 * day,
      },
    ]);
    await knex('watches').insert({
      id: 'w1',
      deployment_id: changeId('ci', 'v2'),
      entity_ref: payments,
      environment: 'production',
      state: 'failed',
      started_at: noon,
      ends_at: noon,
      rules: '[]',
      report: '{}',
      automatic: 'off',
    });
    expect((await samples()).sort()).toEqual([
      'delivery_failed_versions_active 1',
      'delivery_releases_24h{kind="deployment",outcome="failed"} 1',
      'delivery_releases_24h{kind="deployment",outcome="succeeded"} 1',
      'delivery_releases_24h{kind="rollback",outcome="succeeded"} 1',
      'delivery_rollbacks_30d{state="failed"} 1',
      'delivery_rollbacks_30d{state="succeeded"} 1',
      'delivery_watches_24h{state="failed"} 1',
    ]);
  });
});
