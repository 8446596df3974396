import type {
  Alert,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import type { Seen } from '@ghostlight/plugin-runbooks-common';

/** Label with the objective's ref, and that of page or ticket, of burn-rate alerts. */
const objectiveLabel = 'slo';
const burnLabel = 'severity';

/** What triggers look at. */
export function factsOf(
  alerts: Pick<Alert, 'name' | 'labels'>[],
  incident?: Pick<IncidentDetail, 'severity'>,
): Seen {
  return {
    ...(incident && { severity: incident.severity }),
    alerts: alerts.map(({ name, labels }) => {
      const objectiveRef = labels[objectiveLabel];
      const burn = labels[burnLabel];
      return {
        name,
        labels,
        ...(objectiveRef && { objectiveRef }),
        ...(objectiveRef && (burn === 'page' || burn === 'ticket') && { burn }),
      };
    }),
  };
}
