import type { TriageFeedbackRequest } from '@ghostlight/plugin-incidents-common';
import { optionalText } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';

/** One of a person for a run; the last counts. False when there is no such run. */
export async function keepFeedback(
  db: Knex,
  number: number,
  feedback: TriageFeedbackRequest,
  { by, now }: { by: string; now: number },
): Promise<boolean> {
  const [known] = await db('triage_runs').where({ number }).select('number');
  if (!known) return false;
  await db('triage_feedback')
    .insert({
      run_number: number,
      given_by: by.slice(0, 255),
      at: now,
      verdict: feedback.verdict,
      true_cause: optionalText(feedback.trueCause, 300) ?? null,
      comment: optionalText(feedback.comment, 1000) ?? null,
    })
    .onConflict(['run_number', 'given_by'])
    .merge();
  return true;
}
