import type { Limits } from '@ghostlight/plugin-runbooks-common';
import type { RemediationContext } from './RemediationContext';

const most = 500;

/** Incidents that began within the window of a storm; one more than allowed is enough to know. */
export async function countRecentIncidents(
  { auth, incidents, now }: RemediationContext,
  storm: Limits['storm'],
): Promise<number> {
  const { items } = await incidents.listIncidents(
    {
      from: new Date(now() - storm.withinSeconds * 1000).toISOString(),
      limit: Math.min(storm.incidents + 1, most),
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  return items.length;
}
