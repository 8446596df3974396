import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import { readPerson } from '../service/readPerson';
import type { ServiceContext } from '../service/ServiceContext';
import { appendTimeline } from './appendTimeline';
import { lockIncident } from './lockIncident';

export type RoleRequest =
  IncidentsPaths['/v1/incidents/{incidentId}/roles']['post']['requestBody']['content']['application/json'];

/** Gives a role to somebody, or vacates it. */
export async function setRole(
  { db, now, graph, announcer }: ServiceContext,
  number: number,
  request: RoleRequest,
  by: string,
): Promise<void> {
  const { role } = request;
  const userRef =
    request.userRef && readPerson(graph, 'userRef', request.userRef, by, false);
  const at = now();
  await db.transaction(async trx => {
    await lockIncident(trx, number, at);
    const held = { incident_number: number, role };
    const before = await trx('incident_roles')
      .where(held)
      .first<{ user_ref: string } | undefined>('user_ref');
    if (before?.user_ref === (userRef || undefined)) return;
    if (userRef)
      await trx('incident_roles')
        .insert({ ...held, user_ref: userRef, since: at })
        .onConflict(['incident_number', 'role'])
        .merge();
    else await trx('incident_roles').where(held).delete();
    await appendTimeline(trx, [
      {
        incident: number,
        at,
        kind: 'role',
        author: by,
        text: userRef ? `${role}: ${userRef}` : `${role}: nobody`,
        data: {
          role,
          ...(userRef && { to: userRef }),
          ...(before && { from: before.user_ref }),
        },
      },
    ]);
    await announcer.announce(trx, [
      { incident: number, kind: 'changed', key: `role:${role}:${at}`, at, by },
    ]);
  });
}
