import type { Deployment, Target } from '@ghostlight/plugin-delivery-common';
import type { Knex } from 'knex';
import type { Visibility } from '../../service/releaseRules';
import { whereReleaseVisible } from '../database/whereReleaseVisible';
import { knownOf } from '../mergeKnown';
import { getDeployments } from './getDeployment';

/** Rows among which the places that run an entity are looked for. */
const looked = 200;

/** An environment of an entity, as far as the history tells it. */
export interface LaneFacts {
  environment: string;
  ownerRef?: string;
  systemRef?: string;
  targets: Target[];
  current?: Deployment;
  running?: Deployment;
  /** The last of another version than the current one that does not count as failed. */
  lastGood?: Deployment;
}

interface LaneRow {
  environment: string;
  owner_ref: string | null;
  system_ref: string | null;
  current_id: string | null;
  running_id: string | null;
  good_id: string | null;
}

/** Environments of an entity, by name. */
export async function listLanes(
  db: Knex,
  entityRef: string,
  visible: Visibility,
): Promise<LaneFacts[]> {
  const query = db('lanes')
    .where('lanes.entity_ref', entityRef)
    .orderBy('lanes.environment')
    .select<LaneRow[]>(
      'lanes.*',
      db.raw(`(select d.id from deployments d
        where d.entity_ref = lanes.entity_ref
          and d.environment = lanes.environment
          and d.active_from is not null and d.active_until is not null
          and d.failed = false
          and not exists (select 1 from deployments c
            where c.id = lanes.current_id and c.version = d.version)
        order by d.active_from desc, d.id desc limit 1) as good_id`),
    );
  whereReleaseVisible(query, visible, 'lanes');
  const rows = await query;
  const deployments = await getDeployments(
    db,
    rows.flatMap(row =>
      [row.current_id ?? [], row.running_id ?? [], row.good_id ?? []].flat(),
    ),
  );
  const targets = rows.length ? await readTargets(db, entityRef) : new Map();
  const of = (id: string | null) => (id ? deployments.get(id) : undefined);
  return rows.map(row => ({
    environment: row.environment,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    targets: targets.get(row.environment) ?? [],
    current: of(row.current_id),
    running: of(row.running_id),
    lastGood: of(row.good_id),
  }));
}

async function readTargets(
  db: Knex,
  entityRef: string,
): Promise<Map<string, Target[]>> {
  const rows: { environment: string; known: string }[] = await db('deployments')
    .where({ entity_ref: entityRef })
    .whereNotNull('target_ref')
    .orderBy('started_at', 'desc')
    .limit(looked)
    .select('environment', 'known');
  const found = new Map<string, Target[]>();
  for (const { environment, known } of rows) {
    const { target } = knownOf(JSON.parse(known));
    const there = found.get(environment) ?? [];
    if (
      !target ||
      there.some(one => one.driver === target.driver && one.ref === target.ref)
    )
      continue;
    const { driver, ref, title } = target;
    found.set(environment, [...there, { driver, ref, title }]);
  }
  return found;
}
