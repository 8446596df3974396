import type { Knex } from 'knex';
import { asJson, readJson, type KeptResult } from './RunRow';

/** Writes down which remediation proposal was made of an action. False when there is no such action. */
export async function keepAttempt(
  db: Knex,
  number: number,
  index: number,
  attemptId: string,
): Promise<boolean> {
  return db.transaction(async trx => {
    const query = trx('triage_runs').where({ number }).select('result');
    const isPg = String(db.client.config.client).includes('pg');
    const [row] = await (isPg ? query.forUpdate() : query);
    const kept = readJson<KeptResult>(row?.result ?? null);
    const action = kept?.analysis?.actions.find(one => one.index === index);
    if (!action) return false;
    action.attemptId = attemptId;
    await trx('triage_runs')
      .where({ number })
      .update({ result: asJson(kept) });
    return true;
  });
}
