import type {
  Finding,
  FindingCounts,
  IncidentsPaths,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { webAddress } from '../alerts/describeAlert';
import { whereInList } from '../database/whereInList';
import {
  readEntityRefs,
  readCursor,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { isoOf } from '../service/times';
import type { Visibility } from '../service/Visibility';
import { visibleEntities } from './visibleEntities';

export interface FindingPage {
  items: Finding[];
  counts?: FindingCounts;
  nextCursor?: string;
}

export type ListFindingsRequest = NonNullable<
  IncidentsPaths['/v1/findings']['get']['parameters']['query']
>;

/** One page of weaknesses, the last reported first; the first one with how many there are in all. */
export async function listFindings(
  { db, graph }: ServiceContext,
  request: ListFindingsRequest,
  visible: Visibility,
): Promise<FindingPage> {
  const { limit = 50, cursor } = request;
  const after = readCursor('findings', cursor);
  const refs = visibleEntities(
    graph,
    visible,
    readEntityRefs('entityRef', request.entityRef),
  );
  const query = db('findings')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .select<FindingRow[]>('*');
  if (refs) whereInList(query, 'entity_ref', refs);
  if (after) query.where('id', '<', after.id);
  const [rows, counts] = await Promise.all([
    query,
    after ? undefined : countFindings(db, refs),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: page.map(describeFinding),
    ...(counts && { counts }),
    ...(last && {
      nextCursor: writeCursor('findings', { value: 0, id: Number(last.id) }),
    }),
  };
}

async function countFindings(
  db: Knex,
  refs: string[] | undefined,
): Promise<FindingCounts> {
  const query = db('findings').groupBy('severity');
  if (refs) whereInList(query, 'entity_ref', refs);
  const rows: { severity: Finding['severity']; n: number | string }[] =
    await query.select('severity', db.raw('count(*) as n'));
  const counts = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
  for (const { severity, n } of rows) counts[severity] = Number(n);
  return counts;
}

interface FindingRow {
  id: number | string;
  adapter: string;
  entity_ref: string | null;
  rule: string;
  title: string;
  severity: Finding['severity'];
  target: string;
  package: string | null;
  installed_version: string | null;
  fixed_version: string | null;
  url: string | null;
  first_seen_at: number | string;
  last_seen_at: number | string;
}

function describeFinding(row: FindingRow): Finding {
  return {
    id: String(row.id),
    adapter: row.adapter,
    entityRef: row.entity_ref ?? undefined,
    rule: row.rule,
    title: row.title,
    severity: row.severity,
    target: row.target,
    package: row.package ?? undefined,
    installedVersion: row.installed_version ?? undefined,
    fixedVersion: row.fixed_version ?? undefined,
    url: webAddress(row.url),
    firstSeenAt: isoOf(row.first_seen_at),
    lastSeenAt: isoOf(row.last_seen_at),
  };
}
