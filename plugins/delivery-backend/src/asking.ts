import { isError, ServiceUnavailableError } from '@backstage/errors';
import { inTime } from '@ghostlight/reliability-node';

/** Errors whose message is meant for whoever asked. */
const meant = [
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
];

/**
 * Asks a platform while somebody waits.
 *
 * @throws ServiceUnavailableError that names it when it does not answer, or not in time
 */
export async function asking<T>(
  platform: { title: string },
  milliseconds: number,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    return await inTime(milliseconds, ask);
  } catch (error) {
    if (isError(error) && meant.includes(error.name)) throw error;
    const why = isError(error) ? error.message : String(error);
    throw new ServiceUnavailableError(
      `${platform.title} could not be asked: ${why}`,
    );
  }
}
