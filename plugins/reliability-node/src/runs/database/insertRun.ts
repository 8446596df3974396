import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { RunRequest } from '../Run';
import { planOf } from './rows';

const usualTimeout = 5 * 60_000;

/**
 * Makes a run and its steps.
 *
 * @returns undefined when there is one with that key; the transaction has waited for who made it
 */
export async function insertRun(
  trx: Knex.Transaction,
  now: string,
  request: RunRequest,
): Promise<string | undefined> {
  const id = randomUUID();
  const { approval } = request;
  const made: { id: string }[] = await trx('runs')
    .insert({
      id,
      kind: request.kind,
      key: request.key,
      target: request.target ?? null,
      state: approval ? 'waiting-approval' : 'planned',
      input: JSON.stringify(request.input),
      requested_by: request.requestedBy,
      requested_at: trx.raw(now),
      revision: 1,
      journal_seq: 0,
      approval_until: approval?.until ?? null,
      approval_state: approval ? 'waiting' : null,
      due_at: approval?.until ?? trx.raw(now),
      token: 0,
    })
    .onConflict(['kind', 'key'])
    .ignore()
    .returning('id');
  if (!made.length) return undefined;
  const steps = request.steps.map((step, position) => ({
    run_id: id,
    position,
    id: step.id,
    type: step.type,
    title: step.title,
    state: 'pending',
    input: JSON.stringify(step.input),
    action_id: randomUUID(),
    timeout: step.timeout ?? usualTimeout,
    continue_on_failure: step.continueOnFailure ?? false,
    always: step.always ?? false,
    attempts: 0,
    failures: 0,
    intended: false,
    plan: planOf(step),
  }));
  for (let from = 0; from < steps.length; from += 100) {
    await trx('run_steps').insert(steps.slice(from, from + 100));
  }
  return id;
}
