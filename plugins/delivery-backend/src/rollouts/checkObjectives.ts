import { InputError, NotAllowedError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { StrategySpec } from '@ghostlight/plugin-delivery-common';
import { completeStrategy } from '../strategies';
import type { RolloutContext } from './RolloutContext';

/**
 * Whether the objectives of a strategy's gates are there, and whether who ships may see them: the
 * analysis shows how they do. One that does not answer now is taken; it may answer when it is needed.
 *
 * @throws InputError, NotAllowedError
 */
export async function checkObjectives(
  { objectives, now }: Pick<RolloutContext, 'objectives' | 'now'>,
  spec: StrategySpec,
  credentials?: BackstageCredentials,
): Promise<void> {
  const { gates } = completeStrategy(spec);
  await Promise.all(
    gates.map(async ({ objective: ref }, n) => {
      if (ref === undefined) return;
      const to = now();
      const { status } = await objectives.measure({
        ref,
        from: to - 60_000,
        to,
        ...(credentials && { credentials }),
      });
      const field = `strategy.gates[${n}].objective`;
      if (status === 404)
        throw new InputError(`${field}: there is no objective ${ref}`);
      if (status === 403)
        throw new NotAllowedError(`${field}: you may not see ${ref}`);
    }),
  );
}
