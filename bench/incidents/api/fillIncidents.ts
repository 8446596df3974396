import type { Knex } from 'knex';
import {
  belongings,
  chance,
  entityOf,
  history,
  nameOf,
  upTo,
  type Filling,
} from './filling';

const timelineEach = 6;
const entitiesEach = 3;

/** Incidents with entities, timelines, groups and commanders. */
export async function fillIncidents(trx: Knex, filling: Filling) {
  const { incidents, openIncidents, entities } = filling;
  const all = upTo(incidents);
  const resolved = incidents - openIncidents;
  const begin = Date.now() - history;
  const step = Math.floor(history / incidents);
  const started = `(cast(${begin} as bigint) + cast(n as bigint) * ${step})`;
  const origin = chance('n', 1, entities);
  const { owner, system } = belongings(filling, origin);
  const over = `n <= ${resolved}`;
  await trx.raw(
    `insert into incidents (number, title, severity, status, source, owner_ref, system_ref, origin_ref,
       suspects, because, summary, started_at, detected_at, identified_at, recovered_at, resolved_at,
       created_at, updated_at, alert_count, version)
     ${all} select n, ${nameOf(
      'service',
      origin,
    )} || ' answers with errors: ' || ${nameOf('checkout', `n % 997`)} ||
       case when n % 2 = 0 then ' in the east' else ' in the west' end ||
       case when n <= ${incidents} / 5 then ' of the old datacentre' else '' end,
       case when n % 20 = 0 then 'SEV1' when n % 5 = 0 then 'SEV2' when n % 2 = 0 then 'SEV3' else 'SEV4' end,
       case when ${over} then 'resolved' when n % 3 = 0 then 'identified' else 'investigating' end,
       'rule', ${owner}, ${system}, ${entityOf(origin)},
       '[{"entityRef":"component:default/service-' || cast(${origin} as text) || '","score":0.8,"confidence":"high","path":[],"evidence":[{"kind":"first","text":"Fired first, two minutes before the others"},{"kind":"depends-on","text":"Two others depend on it"}]}]',
       'Rule “error alert”: 3 alerts, the worst error', 'Payments failed for some customers.',
       ${started}, ${started} + 60000, case when n % 3 = 0 then ${started} + 600000 end,
       case when ${over} then ${started} + 3000000 end, case when ${over} then ${started} + 3300000 end,
       ${started} + 60000, ${started} + 3300000, 3, 1
     from t`,
  );
  await trx('counters').where('name', 'incident').update({ value: incidents });
  await trx.raw(
    `insert into groups (incident_number, opened_at, last_at, closed_at)
     ${all} select n, ${started}, ${started}, case when ${over} then ${started} end from t`,
  );
  for (let place = 0; place < entitiesEach; place++) {
    // Different ones of one incident: the places are a third of all apart.
    const entity = `((${origin}) + ${place} * ${Math.floor(
      entities / 3,
    )}) % ${entities}`;
    const of = belongings(filling, entity);
    await trx.raw(
      `insert into incident_entities (incident_number, entity_ref, role, since, owner_ref, system_ref)
       ${all} select n, ${entityOf(entity)}, '${
        place ? 'symptom' : 'origin'
      }', ${started}, ${of.owner}, ${of.system} from t`,
    );
  }
  await trx.raw(
    `insert into incident_roles (incident_number, role, user_ref, since)
     ${all} select n, 'commander', 'user:default/' || ${nameOf(
      'guest',
      'n % 500',
    )}, ${started} from t where n % 2 = 0`,
  );
  for (let entry = 0; entry < timelineEach; entry++)
    await trx.raw(
      `insert into timeline (incident_number, at, kind, text)
       ${all} select n, ${started} + ${
        entry * 60_000
      }, 'alert', 'An alert joined: it fired within a minute of the first' from t`,
    );
}
