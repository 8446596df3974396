import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Minute } from '@ghostlight/plugin-slo-common';
import type { Source } from '@ghostlight/plugin-slo-node';

const patience = 5_000;
const minutesOfDay = 24 * 60;

/**
 * How far back each source can look, to the day, so that a retention that moves on by the minute
 * does not look like a change. A source that does not answer in time is left out.
 */
export async function readOldest(
  sources: ReadonlyMap<string, Source>,
  logger: LoggerService,
): Promise<Map<string, Minute | undefined>> {
  const found = new Map<string, Minute | undefined>();
  await Promise.all(
    [...sources.values()].map(async source => {
      try {
        const minute = await source.oldest(AbortSignal.timeout(patience));
        found.set(
          source.name,
          minute && Math.ceil(minute / minutesOfDay) * minutesOfDay,
        );
      } catch (error) {
        logger.debug(
          `Source '${
            source.name
          }' does not say how far back it can look: ${stringifyError(error)}`,
        );
      }
    }),
  );
  return found;
}
