import type { Entity } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import type { StrategySpec } from '@ghostlight/plugin-delivery-common';
import type { Driver, TargetRef } from '@ghostlight/plugin-delivery-node';
import { compileSteps, completeStrategy } from '../strategies';
import type { OwnDocument } from './RolloutRow';

/** Milliseconds that a platform gets to answer while somebody waits. */
const patience = 20_000;

/**
 * What the driver would do to ship an image so.
 *
 * @throws InputError when the strategy cannot be meant so, or the target cannot be shipped so
 * @throws ConflictError when the platform refuses as things stand
 */
export async function planRollout(request: {
  driver: Driver;
  entity: Entity;
  target: TargetRef;
  image: string;
  strategy: StrategySpec;
  requestedBy: string;
  reason?: string;
  attempt: number;
}): Promise<OwnDocument> {
  const { driver, entity, target, image, reason, requestedBy, attempt } =
    request;
  const strategy = completeStrategy(request.strategy);
  if (!driver.rollouts)
    throw new InputError(`${driver.title} ships no versions by strategies`);
  const plan = await driver.rollouts.plan({
    entity,
    target,
    image,
    strategy,
    signal: AbortSignal.timeout(patience),
  });
  if (plan.refusals.length)
    throw new ConflictError(plan.refusals.map(({ text }) => text).join(' '));
  const steps = compileSteps(strategy, plan.steps);
  if (!steps.some(({ kind }) => kind === 'effect'))
    throw new ConflictError('It is there already: nothing would be done');
  return {
    strategy,
    target,
    image,
    previousVersion: plan.from.version,
    requestedBy,
    ...(reason && { reason }),
    attempt,
    steps,
    back: plan.back,
    canary: plan.canary,
    baseline: plan.baseline,
  };
}

/** Of an image without a version given: its tag, else the beginning of its digest. */
export function versionOf(image: string): string {
  const [name, digest] = image.split('@');
  const tag = /:([^/:]+)$/.exec(name)?.[1];
  if (tag) return tag.slice(0, 200);
  return digest ? digest.replace(/^sha256:/, '').slice(0, 12) : 'latest';
}
