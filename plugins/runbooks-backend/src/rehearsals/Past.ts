import type { Deployment } from '@ghostlight/plugin-delivery-common';
import type { Alert, Incident } from '@ghostlight/plugin-incidents-common';

/** Something that was done in an incident. Epoch milliseconds. */
export interface Deed {
  /** RUN-0017 */
  id: string;
  /** Ids of the actions that it was made of. */
  actions: string[];
  at: number;
  /** Whether it was done and, where that was looked for, users recovered. */
  helped: boolean;
}

/** What a policy really did in an incident. */
export interface OldAttempt {
  id: string;
  policyRef?: string;
  state: string;
  target: string;
  symptom: string;
  actedAt?: number;
  finishedAt?: number;
}

/** An incident that is over, as the record has it. Epoch milliseconds. */
export interface Past {
  incident: Incident;
  /** That made incidents, the oldest first. */
  alerts: Alert[];
  startedAt: number;
  /** When users had recovered; else when it was mitigated or resolved. */
  endedAt: number;
  deeds: Deed[];
  attempts: OldAttempt[];
  /** Of its entities, from some time before it until its end; the latest first. */
  deployments: Deployment[];
}

/** When it was over for users. @returns undefined as long as it is not */
export function endOf(incident: Incident): number | undefined {
  const { recoveredAt, mitigatedAt, resolvedAt } = incident;
  const end = recoveredAt ?? mitigatedAt ?? resolvedAt;
  return incident.status === 'resolved' && end ? Date.parse(end) : undefined;
}
