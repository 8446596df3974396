import { ConflictError } from '@backstage/errors';
import type { RollbackState } from '@ghostlight/plugin-delivery-common';
import type { Knex } from 'knex';
import type { BarePlan } from './planRollback';
import type { RollbackSummary } from './RollbackRow';

/** States in which the version was changed, or may have been. */
const acted: RollbackState[] = ['succeeded', 'not-recovered', 'unknown'];

/**
 * Refuses a rollback while another one, or a rollout, is at its target, and where one was since the plan
 * was made. Whoever asks holds the counter of rollbacks, so that of two who press at once one is first.
 *
 * @throws ConflictError that names the other one
 */
export async function refuseSecond(
  trx: Knex.Transaction,
  target: string,
  plan: BarePlan,
): Promise<void> {
  const other = await trx('rollbacks')
    .join('runs', 'runs.id', 'rollbacks.run_id')
    .where({ 'runs.target': target, 'rollbacks.dry_run': false })
    .where(inner =>
      inner
        .whereNull('rollbacks.finished_at')
        .orWhere(done =>
          done
            .where('rollbacks.finished_at', '>', Date.parse(plan.asOf))
            .whereIn('rollbacks.state', acted),
        ),
    )
    .orderBy('rollbacks.requested_at', 'desc')
    .select(
      'rollbacks.id',
      'rollbacks.state',
      'rollbacks.finished_at',
      'rollbacks.requested_by',
      'rollbacks.summary',
    )
    .first();
  if (other) {
    const { id, state, requested_by: by } = other;
    const { to }: RollbackSummary = JSON.parse(other.summary);
    if (other.finished_at !== null)
      throw new ConflictError(
        to.version === plan.to.version && state !== 'unknown'
          ? `${to.version} runs already: ${id} of ${by} went back to it since this plan was made`
          : `${id} of ${by} went to ${to.version} since this plan was made; plan again`,
      );
    throw new ConflictError(
      state === 'waiting-approval'
        ? `${id} of ${by} waits for approval already; approve or reject that one`
        : `${id} of ${by} goes back to ${to.version} already; wait for it or cancel it`,
    );
  }
  const rollout = await trx('rollouts')
    .where({
      engine: 'ghostlight',
      target_driver: plan.target.driver,
      target_ref: plan.target.ref,
    })
    .whereNull('finished_at')
    .whereNot({ state: 'waiting-approval' })
    .select('id', 'version')
    .first();
  if (rollout)
    throw new ConflictError(
      `${rollout.version} is on its way there (rollout ${rollout.id}); abort that, which takes it back`,
    );
}
