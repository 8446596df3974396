import { isError } from '@backstage/errors';
import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';

/** Why the SLO family said nothing, in words that a reader understands. */
export function whyUnavailable(
  error: unknown,
): Pick<IncidentDetail['impact'], 'unavailable' | 'unavailableSaid'> {
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 404 || (isError(error) && error.name === 'NotFoundError'))
    return why('The slo plugin is not installed.', 'not-installed');
  if (statusCode === 401 || statusCode === 403)
    return why(
      'The slo plugin does not let the incidents plugin read objectives.',
      'not-allowed',
    );
  return why('The slo plugin did not answer.', 'no-answer');
}

function why(unavailable: string, code: string) {
  const unavailableSaid = { code: `impact.${code}`, params: {} };
  return { unavailable, unavailableSaid };
}
