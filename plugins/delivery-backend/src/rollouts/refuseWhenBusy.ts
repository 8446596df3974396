import { ConflictError } from '@backstage/errors';
import type { RolloutContext } from './RolloutContext';
import type { RolloutRow } from './RolloutRow';

/** @throws ConflictError when a version is on its way to the target */
export async function refuseWhenBusy(
  { db }: Pick<RolloutContext, 'db'>,
  target_driver: string,
  target_ref: string,
): Promise<void> {
  const running = await db<RolloutRow>('rollouts')
    .where({ engine: 'ghostlight', target_driver, target_ref })
    .whereNull('finished_at')
    .first();
  if (running)
    throw new ConflictError(
      `${running.version} is on its way there already (rollout ${running.id}); abort it first or wait`,
    );
}
