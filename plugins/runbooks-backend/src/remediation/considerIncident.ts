import type {
  Alert,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  keysFor,
  matchTriggers,
  type PolicySpec,
  type TriggerMatch,
} from '@ghostlight/plugin-runbooks-common';
import { factsOf, findByKeys, type Document } from '../documents';
import { appliesTo } from './appliesTo';
import { keyOf, proposeRung } from './proposeRung';
import type { RemediationContext } from './RemediationContext';

/** Alerts of an incident that are looked at. */
const mostAlerts = 200;
const environment = 'production';

/**
 * Finds the policies that are for an open incident and has each propose what it would do first, once per
 * incident and entity. Costs grow with the policies that its alerts lead to, not with all that there are.
 *
 * @returns whether a policy is for it whose conditions do not hold yet: it has to be asked again
 */
export async function considerIncident(
  context: RemediationContext,
  incidentId: string,
): Promise<boolean> {
  const { auth, incidents, db, logger } = context;
  const credentials = await auth.getOwnServiceCredentials();
  const [incident, { items }] = await Promise.all([
    incidents.getIncident(incidentId, { credentials }),
    incidents.listAlerts(
      { incident: incidentId, limit: mostAlerts },
      { credentials },
    ),
  ]);
  const alerts = items.filter(
    ({ status, suppression }) =>
      status === 'firing' && (!suppression || suppression.undoneAt),
  );
  if (!isOpen(incident) || !alerts.length) return false;
  const facts = factsOf(alerts, incident);
  let isUnmet = false;
  for await (const policy of findByKeys<PolicySpec>(
    db,
    'policy',
    keysFor(facts),
  )) {
    const match = matchTriggers(policy.spec!.triggers, facts);
    const alert = match && alertOf(match, alerts);
    const entityRef = match && targetOf(alert, incident);
    if (!match || !entityRef) continue;
    if (!appliesTo(policy.spec!.appliesTo, context.entityOf(entityRef)))
      continue;
    try {
      const isThere = await proposeFirst(context, {
        policy,
        match,
        incident,
        entityRef,
        since: Date.parse(alert?.startsAt ?? incident.startedAt),
      });
      if (!isThere) isUnmet = true;
    } catch (error) {
      // One policy that cannot be worked with takes nothing from the others.
      logger.warn(`${policy.ref} could not be considered`, error as Error);
    }
  }
  return isUnmet;
}

export function isOpen({ status }: Pick<IncidentDetail, 'status'>): boolean {
  return status !== 'resolved';
}

/** The alert that matched. */
function alertOf({ alert }: TriggerMatch, alerts: Alert[]): Alert | undefined {
  return alerts.find(
    ({ name, labels }) => name === alert?.name && labels === alert.labels,
  );
}

/** What is to be healed: the entity of the alert that matched, else the incident's origin. */
function targetOf(
  alert: Alert | undefined,
  incident: IncidentDetail,
): string | undefined {
  return (
    alert?.entityRef ??
    incident.origin?.entityRef ??
    incident.entities[0]?.entityRef
  );
}

/** @returns whether there is a proposal of the policy now */
async function proposeFirst(
  context: RemediationContext,
  found: {
    policy: Document<PolicySpec>;
    match: TriggerMatch;
    incident: IncidentDetail;
    entityRef: string;
    since: number;
  },
): Promise<boolean> {
  const { policy, match, incident, entityRef, since } = found;
  const known = await context
    .db('attempts')
    .where({ key: keyOf({ policy, incident, entityRef, rung: 0, attempt: 1 }) })
    .first('id');
  if (known) return true;
  const symptom =
    match.alert?.objectiveRef ?? match.alert?.name ?? incident.severity;
  const id = await proposeRung(context, {
    policy,
    incident,
    entityRef,
    environment,
    symptom,
    because: match.because,
    since,
    askedSince: since,
    ...(match.alert && {
      alert: { name: match.alert.name, labels: { ...match.alert.labels } },
    }),
    rung: 0,
    attempt: 1,
  });
  return id !== undefined;
}
