import type { Minute } from '@ghostlight/plugin-slo-common';
import { looksFurtherBack, measuresSame } from '../documents/definitionHash';
import type { Ledger } from '../ledger';
import type { SampledObjective } from './database/samplingRows';

/**
 * Of objectives whose window has grown, those whose source has all that was measured and more of the
 * past that is needed now: reading them anew loses nothing. Where the source cannot tell, what is
 * there stays.
 */
export async function refillable(
  ledger: Ledger,
  objectives: SampledObjective[],
  options: {
    /** First minute that is needed; undefined when there is no telling. */
    earliest: (sampled: SampledObjective) => Minute | undefined;
    /** Oldest minute of a source. */
    oldest: (source: string) => Promise<Minute | undefined>;
  },
): Promise<SampledObjective[]> {
  const grown = objectives.filter(
    ({ objective: { indicator }, state, definitionHash }) =>
      indicator.kind !== 'push' &&
      indicator.kind !== 'composite' &&
      state.definitionHash !== undefined &&
      measuresSame(state.definitionHash, definitionHash) &&
      looksFurtherBack(state.definitionHash, definitionHash),
  );
  const firsts = await ledger.totals(
    grown.map(({ id }) => ({ objectiveId: id, minutes: [0] })),
  );
  const found: SampledObjective[] = [];
  for (const sampled of grown) {
    const first = firsts.get(sampled.id)?.[0]?.at;
    const earliest = options.earliest(sampled);
    if (first === undefined || earliest === undefined) continue;
    try {
      const oldest = await options.oldest(sampled.objective.indicator.source);
      if (oldest !== undefined && Math.max(oldest, earliest) < first) {
        found.push(sampled);
      }
    } catch {
      // Asked again next time, because it still goes by its old definition.
      sampled.definitionHash = sampled.state.definitionHash!;
    }
  }
  return found;
}
