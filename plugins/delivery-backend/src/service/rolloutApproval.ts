import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Rollout } from '@ghostlight/plugin-delivery-common';
import type { RolloutContext } from '../rollouts';

type Approval = Omit<NonNullable<Rollout['approval']>, 'may'>;

/** Whether somebody else had to agree to a rollout, and did; undefined where nobody had to. */
export async function readApproval(
  { db, runs }: Pick<RolloutContext, 'db' | 'runs'>,
  id: string,
): Promise<Approval | undefined> {
  const row = await db('rollouts').where({ id }).first('run_id');
  if (!row?.run_id) return undefined;
  const { approval } = await runs.get(row.run_id);
  if (!approval) return undefined;
  const { state, until, by, at, comment } = approval;
  return {
    state,
    until: new Date(until).toISOString(),
    ...(by && { by }),
    ...(at !== undefined && { at: new Date(at).toISOString() }),
    ...(comment && { comment }),
  };
}

/**
 * Agrees to a rollout that waits, or does not.
 *
 * @throws NotFoundError
 * @throws ConflictError when the platform's own engine runs it, or it does not wait (any more)
 */
export async function decideRollout(
  { db, runs }: Pick<RolloutContext, 'db' | 'runs'>,
  id: string,
  decision: { approve: boolean; by: string; comment?: string },
): Promise<void> {
  const row = await db('rollouts').where({ id }).first('run_id');
  if (!row) throw new NotFoundError(`No rollout '${id.slice(0, 60)}'`);
  if (!row.run_id)
    throw new ConflictError('The platform runs it by itself and asks nobody');
  await runs.decide(row.run_id, decision);
}
