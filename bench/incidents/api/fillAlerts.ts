import type { Knex } from 'knex';
import {
  belongings,
  chance,
  day,
  entityOf,
  history,
  nameOf,
  upTo,
  type Filling,
} from './filling';

/** Of all that fires: suppressed, and of no known entity. */
const suppressed = 0.05;
const unresolved = 0.02;
/** Alerts that are over, of each resolved incident. */
const overEach = 3;

/** Alerts that fire, of open incidents, and some that are over. */
export async function fillAlerts(trx: Knex, filling: Filling) {
  const { incidents, openIncidents, openAlerts, entities } = filling;
  const resolved = incidents - openIncidents;
  const firing = Math.round(openAlerts / (1 - suppressed));
  const now = Date.now();
  const columns = `fingerprint, current, adapter, name, title, severity, status, entity_ref,
    entity_confidence, owner_ref, environment, starts_at, ends_at, received_at, last_seen_at, occurrences,
    transitions, labels, annotations, url, group_id, incident_number, suppressed_kind, suppressed_reason,
    suppressed_at, joined`;
  const row = (of: {
    print: string;
    status: string;
    at: string;
    incident: string;
    quiet: string;
  }) => {
    const entity = chance('n', 3, entities);
    const { owner } = belongings(filling, entity);
    const unknown = `n % ${Math.round(1 / unresolved)} = 7`;
    return `'${of.print}' || cast(n as text), true, 'alertmanager',
      case n % 4 when 0 then 'HighErrorRate' when 1 then 'HighLatency' when 2 then 'ServiceDown' else 'PodRestarting' end,
      ${nameOf(
        'service',
        entity,
      )} || ' is in trouble', case when n % 3 = 0 then 'critical' else 'error' end,
      '${of.status}', case when not (${unknown}) then ${entityOf(
      entity,
    )} end, 0.95,
      case when not (${unknown}) then ${owner} end, 'production', ${of.at},
      ${
        of.status === 'resolved' ? `${of.at} + 600000` : 'cast(null as bigint)'
      },
      ${of.at}, ${of.at}, 1, 1,
      '{"alertname":"HighErrorRate","cluster":"eu-west-1","namespace":"shop","pod":"service-' || cast(n as text) || '","severity":"error"}',
      '{"summary":"More than 5 % of the requests failed in the last five minutes."}',
      'http://prometheus.example/graph', ${of.incident}, ${of.incident},
      case when ${of.quiet} then 'symptom' end, case when ${
      of.quiet
    } then 'Its origin is known' end,
      case when ${of.quiet} then ${of.at} end,
      '[{"kind":"time","text":"it fired 20 s after"}]'`;
  };
  await trx.raw(
    `insert into alerts (${columns}) ${upTo(resolved * overEach)} select ${row({
      print: 'over-',
      status: 'resolved',
      at: `(cast(${now - history} as bigint) + cast(n as bigint) * ${Math.floor(
        history / (resolved * overEach),
      )})`,
      incident: `1 + n % ${resolved}`,
      quiet: '1 = 0',
    })} from t`,
  );
  await trx.raw(
    `insert into alerts (${columns}) ${upTo(firing)} select ${row({
      print: 'open-',
      status: 'firing',
      at: `(cast(${now - day} as bigint) + cast(n as bigint) * ${Math.floor(
        day / firing,
      )})`,
      incident: `${resolved} + 1 + n % ${openIncidents}`,
      quiet: `n % ${Math.round(1 / suppressed)} = 3`,
    })} from t`,
  );
}
