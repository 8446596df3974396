import {
  incidentIdOf,
  type AffectedEntity,
  type Incident,
  type Suspect,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { Graph } from '../graph/Graph';
import { isoOf, isoOrNot } from '../service/times';
import type { IncidentRow } from './IncidentRow';

/** Incidents as the API has them; three queries, however many they are. */
export async function describeIncidents(
  db: Knex,
  graph: Graph,
  rows: IncidentRow[],
): Promise<Incident[]> {
  if (!rows.length) return [];
  const numbers = rows.map(row => row.number);
  const suspects = new Map(
    rows.map(row => [row.number, JSON.parse(row.suspects) as Suspect[]]),
  );
  const changeIds = [...suspects.values()].flatMap(([first]) =>
    first?.changeId ? [Number(first.changeId)] : [],
  );
  const [entities, commanders, changes] = await Promise.all([
    readEntities(db, graph, numbers),
    db('incident_roles')
      .where('role', 'commander')
      .whereIn('incident_number', numbers)
      .select<{ incident_number: number; user_ref: string }[]>(
        'incident_number',
        'user_ref',
      ),
    changeIds.length
      ? db('changes')
          .whereIn('id', changeIds)
          .select<{ id: number | string; title: string }[]>('id', 'title')
      : [],
  ]);
  const commanderOf = new Map(
    commanders.map(row => [row.incident_number, row.user_ref]),
  );
  const titleOf = new Map(changes.map(row => [String(row.id), row.title]));
  return rows.map(row =>
    describe(row, {
      suspect: suspects.get(row.number)?.[0],
      entities: entities.get(row.number) ?? [],
      commander: commanderOf.get(row.number),
      titleOf,
    }),
  );
}

function describe(
  row: IncidentRow,
  parts: {
    suspect?: Suspect;
    entities: AffectedEntity[];
    commander?: string;
    titleOf: Map<string, string>;
  },
): Incident {
  const { suspect, entities, commander, titleOf } = parts;
  const changeTitle = suspect?.changeId && titleOf.get(suspect.changeId);
  return {
    id: incidentIdOf(row.number),
    title: row.title,
    severity: row.severity as Incident['severity'],
    status: row.status as Incident['status'],
    origin: suspect && {
      entityRef: suspect.entityRef,
      confidence: suspect.confidence,
      ...(suspect.changeId && { changeId: suspect.changeId }),
      ...(changeTitle && { changeTitle }),
    },
    entities,
    owner: row.owner_ref ?? undefined,
    system: row.system_ref ?? undefined,
    source: row.source as Incident['source'],
    startedAt: isoOf(row.started_at),
    detectedAt: isoOrNot(row.detected_at),
    acknowledgedAt: isoOrNot(row.acknowledged_at),
    acknowledgedBy: row.acknowledged_by ?? undefined,
    identifiedAt: isoOrNot(row.identified_at),
    mitigatedAt: isoOrNot(row.mitigated_at),
    recoveredAt: isoOrNot(row.recovered_at),
    resolvedAt: isoOrNot(row.resolved_at),
    createdAt: isoOf(row.created_at),
    updatedAt: isoOf(row.updated_at),
    sloAffecting:
      row.slo_affecting === null ? undefined : Boolean(row.slo_affecting),
    budgetMinutes: row.budget_minutes ?? undefined,
    alertCount: row.alert_count,
    commander,
    channelUrl: row.channel_url ?? undefined,
    mergedInto:
      row.merged_into === null ? undefined : incidentIdOf(row.merged_into),
    reopened: row.reopened,
    imported: Boolean(row.imported),
    version: row.version,
  };
}

interface EntityRow {
  incident_number: number;
  entity_ref: string;
  role: AffectedEntity['role'];
  since: number | string;
  healthy_at: number | string | null;
  owner_ref: string | null;
}

const roles = ['origin', 'affected', 'symptom'];

async function readEntities(
  db: Knex,
  graph: Graph,
  numbers: number[],
): Promise<Map<number, AffectedEntity[]>> {
  const rows: EntityRow[] = await db('incident_entities')
    .whereIn('incident_number', numbers)
    .select(
      'incident_number',
      'entity_ref',
      'role',
      'since',
      'healthy_at',
      'owner_ref',
    );
  rows.sort(
    (a, b) =>
      roles.indexOf(a.role) - roles.indexOf(b.role) ||
      Number(a.since) - Number(b.since) ||
      (a.entity_ref < b.entity_ref ? -1 : 1),
  );
  const found = new Map<number, AffectedEntity[]>();
  for (const row of rows) {
    const list = found.get(row.incident_number) ?? [];
    const title = graph.get(row.entity_ref)?.title;
    list.push({
      entityRef: row.entity_ref,
      role: row.role,
      since: isoOf(row.since),
      healthyAt: isoOrNot(row.healthy_at),
      owner: row.owner_ref ?? undefined,
      ...(title && { title }),
    });
    found.set(row.incident_number, list);
  }
  return found;
}
