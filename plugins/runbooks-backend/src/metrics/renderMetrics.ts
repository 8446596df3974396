import type { Tally } from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { Gauge, Registry } from 'prom-client';
import { readTallies, sumTallies } from '../policies';
import { everything } from '../switches';

const day = 24 * 3600_000;
/** Policies with series of their own, those that tried most; the others are one. */
const mostPolicies = 100;
/** Label of attempts that no policy made, and of all policies beyond the most. */
const byHand = 'none';
const others = 'other';

const openStates = [
  'waiting-approval',
  'running',
  'waiting',
  'paused',
  'verifying',
  'cancelling',
];

const outcomes = [
  'suggested',
  'tried',
  'succeeded',
  'verified',
  'ineffective',
  'harmful',
  'escalated',
  'refused',
  'rejected',
] as const satisfies (keyof Tally)[];

/** Runs and remediation as Prometheus reads them: a bounded number of series, however much there is. */
export async function renderMetrics(
  db: Knex,
  now: number,
): Promise<{ contentType: string; text: string }> {
  const registry = new Registry();
  const gauge = <L extends string>(name: string, help: string, labels: L[]) =>
    new Gauge({ name, help, labelNames: labels, registers: [registry] });
  const since = now - 30 * day;
  const [tallies, recent, open, attempts, steps, off] = await Promise.all([
    readTallies(db, { since }),
    db('executions')
      .where('requested_at', '>=', now - day)
      .groupBy('kind', 'state')
      .select('kind', 'state', db.raw('count(*) as n')),
    db('executions')
      .whereIn('state', openStates)
      .groupBy('state')
      .select('state', db.raw('count(*) as n')),
    count(db('attempts').where({ state: 'waiting-approval' })),
    count(
      db('run_steps')
        .where({ type: 'approval', state: 'waiting' })
        .whereIn(
          'run_id',
          db('executions').whereIn('state', openStates).select('run_id'),
        ),
    ),
    db('switches').where({ is_on: false }).pluck('scope') as Promise<string[]>,
  ]);

  const remediation = gauge(
    'runbooks_remediation_attempts_30d',
    'What policies did in the last 30 days, by what came of it',
    ['policy', 'outcome'],
  );
  const recovery = gauge(
    'runbooks_remediation_recovery_seconds_30d',
    'Mean time from proposal to verified recovery in the last 30 days',
    ['policy'],
  );
  for (const [policy, tally] of bounded(tallies, since)) {
    for (const outcome of outcomes)
      if (tally[outcome]) remediation.set({ policy, outcome }, tally[outcome]);
    if (tally.meanSeconds !== undefined)
      recovery.set({ policy }, tally.meanSeconds);
  }
  const executions = gauge(
    'runbooks_executions_24h',
    'Runs asked for in the last 24 hours',
    ['kind', 'state'],
  );
  for (const { kind, state, n } of recent)
    executions.set({ kind, state }, Number(n));
  const current = gauge('runbooks_executions_open', 'Runs that are not over', [
    'state',
  ]);
  for (const { state, n } of open) current.set({ state }, Number(n));
  const waiting = gauge(
    'runbooks_approvals_waiting',
    'What waits for somebody to approve',
    ['kind'],
  );
  const begins = open.find(({ state }) => state === 'waiting-approval');
  waiting.set({ kind: 'attempt' }, attempts);
  waiting.set({ kind: 'execution' }, Number(begins?.n ?? 0));
  waiting.set({ kind: 'step' }, steps);
  const switches = gauge('runbooks_switched_off', 'Switches that are off', [
    'scope',
  ]);
  const all = off.includes(everything) ? 1 : 0;
  switches.set({ scope: 'all' }, all);
  switches.set({ scope: 'one' }, off.length - all);
  return {
    contentType: registry.contentType,
    text: await registry.metrics(),
  };
}

/** One label a policy for those that did most, and one for all others. */
function bounded(
  tallies: Map<string, Tally>,
  since: number,
): [string, Tally][] {
  const sorted = [...tallies].sort(
    ([a, one], [b, two]) => two.tried - one.tried || a.localeCompare(b),
  );
  const rest = sorted.slice(mostPolicies).map(([, tally]) => tally);
  return [
    ...sorted
      .slice(0, mostPolicies)
      .map(([ref, tally]): [string, Tally] => [ref || byHand, tally]),
    ...(rest.length
      ? [[others, sumTallies(rest, since)] as [string, Tally]]
      : []),
  ];
}

async function count(query: Knex.QueryBuilder): Promise<number> {
  const [{ n }] = await query.count({ n: '*' });
  return Number(n);
}
