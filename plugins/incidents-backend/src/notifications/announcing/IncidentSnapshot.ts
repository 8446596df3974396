import type {
  IncidentStatus,
  Severity,
} from '@ghostlight/plugin-incidents-common';

/** What notifications need to know of an incident, as it is in the announcing transaction. */
export interface IncidentSnapshot {
  number: number;
  id: string;
  title: string;
  severity: Severity;
  status: IncidentStatus;
  ownerRef?: string;
  originRef?: string;
  because: string;
  startedAt: number;
  resolvedAt?: number;
  acknowledgedAt?: number;
  acknowledgedBy?: string;
  mergedInto?: number;
  deleted: boolean;
  imported: boolean;
  /** The origin first. */
  entityRefs: string[];
}

/** Whether somebody should still look at it. */
export function isGoingOn(incident: IncidentSnapshot): boolean {
  return (
    incident.status !== 'resolved' &&
    incident.mergedInto === undefined &&
    !incident.deleted &&
    !incident.imported
  );
}
