import { isError } from '@backstage/errors';

/** Why the SLO family said nothing, in words that a reader understands. */
export function whyUnavailable(error: unknown): string {
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 404 || (isError(error) && error.name === 'NotFoundError'))
    return 'The slo plugin is not installed.';
  if (statusCode === 401 || statusCode === 403)
    return 'The slo plugin does not let the incidents plugin read objectives.';
  return 'The slo plugin did not answer.';
}
