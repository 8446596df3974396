import type { Incident } from '@ghostlight/plugin-incidents-common';
import type { z as zod } from 'zod/v3';

/** What an action tells about an incident, in the registry's own zod. */
export const incidentSchema = (z: typeof zod) =>
  z.object({
    id: z.string().describe('Such as INC-0042'),
    title: z.string(),
    severity: z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4']),
    status: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
    entityRefs: z.array(z.string()).describe('What it affects'),
    originRef: z.string().optional().describe('Where it probably comes from'),
    owner: z.string().optional(),
    startedAt: z.string().describe('ISO 8601'),
    acknowledgedBy: z.string().optional(),
    resolvedAt: z.string().optional(),
    alertCount: z.number(),
    budgetMinutes: z
      .number()
      .optional()
      .describe('Error budget spent over all affected objectives'),
    mergedInto: z.string().optional().describe('The incident it is part of'),
  });

/** An incident in the shape of {@link incidentSchema}. */
export function describeIncident(incident: Incident) {
  const { id, title, severity, status, owner, startedAt } = incident;
  const { acknowledgedBy, resolvedAt, alertCount, budgetMinutes } = incident;
  return {
    id,
    title,
    severity,
    status,
    entityRefs: incident.entities.map(({ entityRef }) => entityRef),
    originRef: incident.origin?.entityRef,
    owner,
    startedAt,
    acknowledgedBy,
    resolvedAt,
    alertCount,
    budgetMinutes,
    mergedInto: incident.mergedInto,
  };
}

/** What changes nothing. */
export const readsOnly = {
  readOnly: true,
  idempotent: true,
  destructive: false,
} as const;

/** What adds to the record and takes nothing away; its key makes it do so once. */
export const addsOnly = {
  readOnly: false,
  idempotent: true,
  destructive: false,
} as const;
