import type { Tally } from '@ghostlight/plugin-runbooks-common';
import { whereVisible } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../service/targetRules';

interface CountRow {
  policy_ref: string | null;
  state: string;
  n: number | string;
  acted: number | string;
  escalated: number | string;
  recovery: number | string | null;
}

/** States of attempts in which the action was done. */
const done = ['verified', 'ineffective', 'harmful'];

/** What policies did since an instant, in one query; by ref, proposals without a policy under ''. */
export async function readTallies(
  db: Knex,
  options: {
    since: number;
    until?: number;
    policyRefs?: string[];
    visible?: Visibility;
  },
): Promise<Map<string, Tally>> {
  const { since, until, policyRefs, visible } = options;
  const query = db('attempts')
    .where('at', '>=', since)
    .groupBy('policy_ref', 'state')
    .select<CountRow[]>('policy_ref', 'state')
    .count({ n: '*', acted: 'acted_at', escalated: 'escalated_at' })
    .select(
      db.raw(
        "sum(case when state = 'verified' then finished_at - at else 0 end) as recovery",
      ),
    );
  if (until !== undefined) query.where('at', '<', until);
  if (policyRefs) query.whereIn('policy_ref', policyRefs);
  whereVisible(query, visible, (inner, { column, values }) =>
    inner.whereIn(column, values).whereNotNull(column),
  );
  const tallies = new Map<string, Tally>();
  const recoveries = new Map<string, number>();
  for (const row of await query) {
    const ref = row.policy_ref ?? '';
    const tally = tallies.get(ref) ?? emptyTally(since);
    tallies.set(ref, tally);
    const n = Number(row.n);
    const { state } = row;
    tally.tried += Number(row.acted);
    tally.escalated += Number(row.escalated);
    if (done.includes(state)) tally.succeeded += n;
    if (isCounted(state)) tally[state] += n;
    if (state === 'verified')
      recoveries.set(ref, (recoveries.get(ref) ?? 0) + Number(row.recovery));
  }
  for (const [ref, ms] of recoveries) {
    const tally = tallies.get(ref)!;
    tally.meanSeconds = ms / 1000 / tally.verified;
  }
  return tallies;
}

const counted = [
  'suggested',
  'verified',
  'ineffective',
  'harmful',
  'refused',
  'rejected',
] as const;

function isCounted(state: string): state is (typeof counted)[number] {
  return (counted as readonly string[]).includes(state);
}

export function emptyTally(since: number): Tally {
  return {
    suggested: 0,
    tried: 0,
    succeeded: 0,
    verified: 0,
    ineffective: 0,
    harmful: 0,
    escalated: 0,
    refused: 0,
    rejected: 0,
    since: new Date(since).toISOString(),
  };
}

/** All of them as one. */
export function sumTallies(tallies: Tally[], since: number): Tally {
  const all = emptyTally(since);
  let seconds = 0;
  for (const tally of tallies) {
    for (const name of [...counted, 'tried', 'succeeded', 'escalated'] as const)
      all[name] += tally[name];
    seconds += (tally.meanSeconds ?? 0) * tally.verified;
  }
  if (all.verified) all.meanSeconds = seconds / all.verified;
  return all;
}
