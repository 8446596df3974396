import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource of the permissions that concern one incident.
 *
 * @public
 */
export const RESOURCE_TYPE_INCIDENT = 'incidents-incident';

/**
 * Resource of the permissions that concern one alert.
 *
 * @public
 */
export const RESOURCE_TYPE_ALERT = 'incidents-alert';

/**
 * See an incident and what belongs to it.
 *
 * @public
 */
export const incidentReadPermission = createPermission({
  name: 'incidents.incident.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/**
 * Change an incident: status, severity, roles, notes, follow-ups, postmortem.
 *
 * @public
 */
export const incidentUpdatePermission = createPermission({
  name: 'incidents.incident.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/**
 * Have an incident analysed by a model, which costs money.
 *
 * @public
 */
export const triageRunPermission = createPermission({
  name: 'incidents.triage.run',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/**
 * See what models cost.
 *
 * @public
 */
export const triageSpendReadPermission = createPermission({
  name: 'incidents.triage.spend.read',
  attributes: { action: 'read' },
});

/**
 * Take an incident out of lists and metrics.
 *
 * @public
 */
export const incidentDeletePermission = createPermission({
  name: 'incidents.incident.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/**
 * Declare an incident.
 *
 * @public
 */
export const incidentCreatePermission = createPermission({
  name: 'incidents.incident.create',
  attributes: { action: 'create' },
});

/**
 * Bring in incidents of another tool's past.
 *
 * @public
 */
export const incidentImportPermission = createPermission({
  name: 'incidents.incident.import',
  attributes: { action: 'create' },
});

/**
 * See an alert.
 *
 * @public
 */
export const alertReadPermission = createPermission({
  name: 'incidents.alert.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ALERT,
});

/**
 * Undo an alert's suppression, or declare it over.
 *
 * @public
 */
export const alertUpdatePermission = createPermission({
  name: 'incidents.alert.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ALERT,
});

/**
 * Send alerts in with a token.
 *
 * @public
 */
export const intakeWritePermission = createPermission({
  name: 'incidents.intake.write',
  attributes: { action: 'create' },
});

/**
 * See and change what concerns all alerts: mappings, silences, quarantine.
 *
 * @public
 */
export const inboxManagePermission = createPermission({
  name: 'incidents.inbox.manage',
  attributes: { action: 'update' },
});

/**
 * See who is on call by name. Without it a person is shown by their role.
 *
 * @public
 */
export const oncallPeopleReadPermission = createPermission({
  name: 'incidents.oncall.people.read',
  attributes: { action: 'read' },
});

/**
 * See the delivery log, and send a test message.
 *
 * @public
 */
export const notificationManagePermission = createPermission({
  name: 'incidents.notification.manage',
  attributes: { action: 'update' },
});

/** @public */
export const incidentsPermissions = [
  incidentReadPermission,
  incidentUpdatePermission,
  incidentDeletePermission,
  incidentCreatePermission,
  incidentImportPermission,
  triageRunPermission,
  triageSpendReadPermission,
  alertReadPermission,
  alertUpdatePermission,
  intakeWritePermission,
  inboxManagePermission,
  oncallPeopleReadPermission,
  notificationManagePermission,
];
