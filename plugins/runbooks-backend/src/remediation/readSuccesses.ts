import type { Knex } from 'knex';

/** Refs in one statement, whose parameters are bounded. */
const chunk = 500;

interface Count {
  policy_ref: string;
  ladder: string | null;
  n: number | string;
}

/**
 * Of each policy, how many recoveries in approve mode were verified since it last did harm, with the
 * ladder that it has now. A record of other things to do says nothing about it.
 *
 * @param ladders - hashes by policy
 */
export async function readSuccesses(
  db: Knex,
  ladders: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  const successes = new Map<string, number>();
  const policyRefs = [...ladders.keys()];
  for (let at = 0; at < policyRefs.length; at += chunk) {
    const refs = policyRefs.slice(at, at + chunk);
    const harms = db('attempts')
      .whereIn('policy_ref', refs)
      .where({ state: 'harmful' })
      .groupBy('policy_ref')
      .select('policy_ref')
      .max({ seq: 'seq' })
      .as('harms');
    const rows: Count[] = await db('attempts as tried')
      .leftJoin(harms, 'harms.policy_ref', 'tried.policy_ref')
      .whereIn('tried.policy_ref', refs)
      .where({ 'tried.mode': 'approve', 'tried.state': 'verified' })
      .where(since =>
        since
          .whereNull('harms.seq')
          .orWhere('tried.seq', '>', db.ref('harms.seq')),
      )
      .groupBy('tried.policy_ref', 'tried.ladder')
      .select('tried.policy_ref', 'tried.ladder')
      .count({ n: '*' });
    for (const { policy_ref, ladder, n } of rows)
      if (ladders.get(policy_ref) === ladder)
        successes.set(policy_ref, Number(n));
  }
  return successes;
}
