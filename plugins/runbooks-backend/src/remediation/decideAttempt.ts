import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { DecisionRequest } from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import { actOnAttempt } from './actOnAttempt';
import { changeAttempt, readAttempt } from './changeAttempt';
import type { RemediationContext } from './RemediationContext';

/**
 * A person agrees to an attempt, or does not. What was suggested may be approved as well.
 *
 * @throws NotAllowedError when it is who proposed it
 * @throws ConflictError when it waits for nobody (any more), or somebody else was faster
 */
export async function decideAttempt(
  context: RemediationContext,
  id: string,
  { approve, comment }: DecisionRequest,
  by: string,
): Promise<void> {
  const row = await readAttempt(context.db, id);
  if (!row) throw new NotFoundError(`No attempt '${id.slice(0, 60)}'`);
  if (row.state !== 'waiting-approval' && row.state !== 'suggested')
    throw new ConflictError(`${id} waits for nobody: it is ${row.state}`);
  if (approve && row.proposed_by === by)
    throw new NotAllowedError('You proposed it; somebody else has to approve');
  const now = context.now();
  if (row.approval_until !== null && now >= Number(row.approval_until))
    throw new ConflictError(`The approval of ${id} has run out`);
  await context.db.transaction(trx =>
    changeAttempt(context, trx, row, {
      state: approve ? 'approved' : 'rejected',
      decided_at: now,
      decided_by: by,
      comment: comment?.trim() || null,
      finished_at: approve ? null : now,
      // Done at once below; whoever dies before that is helped by the next look.
      due_at: approve ? now : null,
      said: approve
        ? say('attempt.approved-by', `Approved by ${by}.`, { by })
        : say('attempt.rejected', `Rejected by ${by}.`, { by }),
    }),
  );
  context.changed([id]);
  if (approve) await actOnAttempt(context, id);
}
