import type {
  DeliveryPaths,
  Overview,
} from '@ghostlight/plugin-delivery-common';
import {
  likeOf,
  readCursor,
  readEntityRef,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../../service/releaseRules';
import { rowsOf, tableOf } from '../database/sql';
import { whereReleaseVisible } from '../database/whereReleaseVisible';
import { getDeployments } from './getDeployment';

export type ReadOverviewRequest = NonNullable<
  DeliveryPaths['/v1/overview']['get']['parameters']['query']
>;

type Item = Overview['items'][number];

interface LaneRow {
  entity_ref: string;
  environment: string;
  owner_ref: string | null;
  title: string | null;
  current_id: string | null;
  running_id: string | null;
  changed_at: number | string;
  badness: number;
}

const order = 'overview-worst';
const day = 86_400_000;

/** How bad it is: its version counts as failed, a version is on its way, neither. As the index has it. */
const badness =
  'case when current_failed then 2 when running_id is not null then 1 else 0 end';

/**
 * Lanes of the organisation, the worst first and of those the latest change, with the counts of all that
 * the filter leaves.
 */
export async function readOverview(
  db: Knex,
  request: ReadOverviewRequest,
  visible: Visibility,
  now: number,
): Promise<Overview> {
  const { limit = 50 } = request;
  const after = readCursor(order, request.cursor, 'number', 'string');
  const query = whereState(db, narrowed(db('lanes'), 'lanes', request), request)
    .orderByRaw(
      `${badness} desc, changed_at desc, entity_ref desc, environment desc`,
    )
    .limit(limit + 1)
    .select<LaneRow[]>('lanes.*', db.raw(`${badness} as badness`));
  whereReleaseVisible(query, visible, 'lanes');
  if (after) {
    const [worse, entityRef, environment] = JSON.parse(after.id);
    query.whereRaw(
      `(${badness}, changed_at, entity_ref, environment) < (?, ?, ?, ?)`,
      [worse, after.value, entityRef, environment],
    );
  }
  const [rows, counts] = await Promise.all([
    query,
    readCounts(db, request, visible, now),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: await describe(db, page, now),
    ...counts,
    ...(last && {
      nextCursor: writeCursor(order, {
        value: Number(last.changed_at),
        id: JSON.stringify([last.badness, last.entity_ref, last.environment]),
      }),
    }),
  };
}

function narrowed(
  query: Knex.QueryBuilder,
  table: string,
  { owner, system, environment }: ReadOverviewRequest,
): Knex.QueryBuilder {
  if (owner)
    query.where(`${table}.owner_ref`, readEntityRef('owner', owner, 'group'));
  if (system)
    query.where(
      `${table}.system_ref`,
      readEntityRef('system', system, 'system'),
    );
  if (environment) query.where(`${table}.environment`, environment);
  return query;
}

function whereState(
  db: Knex,
  query: Knex.QueryBuilder,
  { state, q }: ReadOverviewRequest,
): Knex.QueryBuilder {
  if (state === 'running') query.whereNotNull('running_id');
  if (state === 'failing') query.where('current_failed', true);
  if (state === 'rolled-back')
    query.whereExists(
      db('deployments')
        .select(db.raw('1'))
        .whereRaw('deployments.id = lanes.current_id')
        .where('deployments.kind', 'rollback'),
    );
  if (q?.trim()) {
    const pattern = likeOf(q.trim());
    query.whereRaw(
      "(lower(entity_ref) like ? escape '\\' or lower(coalesce(title, '')) like ? escape '\\')",
      [pattern, pattern],
    );
  }
  return query;
}

async function readCounts(
  db: Knex,
  request: ReadOverviewRequest,
  visible: Visibility,
  now: number,
): Promise<Pick<Overview, 'total' | 'counts'>> {
  const lanes = () => {
    const query = narrowed(db('lanes'), 'lanes', request);
    whereReleaseVisible(query, visible, 'lanes');
    return query;
  };
  const recent = narrowed(db('deployments'), 'deployments', request)
    .whereIn('kind', ['deployment', 'rollback'])
    .whereNull('same_as')
    .where('outcome', 'succeeded')
    .where('started_at', '>=', now - 30 * day);
  whereReleaseVisible(recent, visible);
  const today = now - (now % day);
  const [[{ total }], [sums], [events]] = await Promise.all([
    whereState(db, lanes(), request).count({ total: '*' }),
    lanes()
      .countDistinct({ entities: 'entity_ref' })
      .count({ running: 'running_id' })
      .select(
        db.raw(
          'count(distinct case when current_failed then entity_ref end) as failing',
        ),
      ),
    recent.select(
      db.raw('sum(case when started_at >= ? then 1 else 0 end) as today', [
        today,
      ]),
      db.raw("sum(case when kind = 'rollback' then 1 else 0 end) as rollbacks"),
    ),
  ]);
  return {
    total: Number(total),
    counts: {
      entities: Number(sums.entities ?? 0),
      deployedToday: Number(events.today ?? 0),
      running: Number(sums.running ?? 0),
      failing: Number(sums.failing ?? 0),
      rollbacks30d: Number(events.rollbacks ?? 0),
    },
  };
}

async function describe(
  db: Knex,
  rows: readonly LaneRow[],
  now: number,
): Promise<Item[]> {
  if (!rows.length) return [];
  const [deployments, numbers] = await Promise.all([
    getDeployments(
      db,
      rows.flatMap(row => [row.current_id ?? [], row.running_id ?? []].flat()),
    ),
    readNumbers(db, rows, now),
  ]);
  return rows.map(row => {
    const of = (id: string | null) => (id ? deployments.get(id) : undefined);
    const [current, running] = [of(row.current_id), of(row.running_id)];
    const number = numbers.get(`${row.entity_ref}\n${row.environment}`);
    const { rollback_id: id, rollback_state: state } = number ?? {};
    return {
      entityRef: row.entity_ref,
      environment: row.environment,
      ...(row.title && { title: row.title }),
      ...(row.owner_ref && { owner: row.owner_ref }),
      ...(current && { current }),
      ...(running && { running }),
      ...(id && state && { rollback: { id, state } }),
      deployments30d: Number(number?.deployments ?? 0),
      failures30d: Number(number?.failures ?? 0),
    };
  });
}

interface Numbers {
  entity_ref: string;
  environment: string;
  deployments: number | string;
  failures: number | string;
  rollback_id: string | null;
  rollback_state: NonNullable<Item['rollback']>['state'] | null;
}

/** Counts of the lanes of a page, and the rollback that is under way in each. */
async function readNumbers(
  db: Knex,
  rows: readonly LaneRow[],
  now: number,
): Promise<Map<string, Numbers>> {
  const inLane = (table: string) =>
    `${table}.entity_ref = p.entity_ref and ${table}.environment = p.environment`;
  const counted = `from deployments d where ${inLane('d')}
    and d.kind in ('deployment', 'rollback') and d.same_as is null
    and d.started_at >= ${now - 30 * day}`;
  const open = (column: string) =>
    `(select r.${column} from rollbacks r where ${inLane('r')}
      and r.finished_at is null
      order by r.requested_at desc, r.id desc limit 1)`;
  const result = await db.raw(
    `select p.entity_ref, p.environment,
       (select count(*) ${counted} and d.outcome = 'succeeded') as deployments,
       (select count(*) ${counted} and d.failed) as failures,
       ${open('id')} as rollback_id, ${open('state')} as rollback_state
     from ${tableOf(db, 'p', { entity_ref: 'text', environment: 'text' })}`,
    [
      JSON.stringify(
        rows.map(({ entity_ref, environment }) => ({
          entity_ref,
          environment,
        })),
      ),
    ],
  );
  return new Map(
    rowsOf<Numbers>(result).map(row => [
      `${row.entity_ref}\n${row.environment}`,
      row,
    ]),
  );
}
