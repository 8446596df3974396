import type {
  Incident,
  Said,
  Severity,
  Suspect,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { nextOf } from '@ghostlight/reliability-node';
import { writeSaid } from '../database/readSaid';
import { appendTimeline } from './appendTimeline';
import { indexIncidents } from './search';

export interface IncidentOpening {
  title: string;
  severity: Severity;
  source: Incident['source'];
  /** The rule or person that opened it, in words. */
  because: string;
  becauseSaid?: Said;
  startedAt: number;
  detectedAt?: number;
  now: number;
  ownerRef?: string;
  systemRef?: string;
  suspects?: Suspect[];
  summary?: string;
  createdBy?: string;
  declareKey?: string;
  splitFrom?: number;
  sloAffecting?: boolean;
  entities: {
    entityRef: string;
    role: 'origin' | 'affected' | 'symptom';
    since: number;
    ownerRef?: string;
    systemRef?: string;
    byHand?: boolean;
  }[];
}

/** Rows of one statement: databases take so many values and no more. */
const chunk = 100;

/** Opens an incident under the next number, with its entities and the first entry of its timeline. */
export async function openIncident(
  trx: Knex.Transaction,
  opening: IncidentOpening,
): Promise<number> {
  const [number] = await openIncidents(trx, [opening]);
  return number;
}

/** Opens several in their order, with as few statements as it takes to open one. */
export async function openIncidents(
  trx: Knex.Transaction,
  openings: readonly IncidentOpening[],
): Promise<number[]> {
  if (!openings.length) return [];
  const last = await nextOf(trx, 'incident', openings.length);
  const numbers = openings.map((_, at) => last - openings.length + 1 + at);
  const incidents = openings.map((opening, at) => rowOf(numbers[at], opening));
  const entities = openings.flatMap((opening, at) =>
    opening.entities.map(entity => ({
      incident_number: numbers[at],
      entity_ref: entity.entityRef,
      role: entity.role,
      by_hand: entity.byHand ?? false,
      since: entity.since,
      owner_ref: entity.ownerRef ?? null,
      system_ref: entity.systemRef ?? null,
    })),
  );
  for (let from = 0; from < incidents.length; from += chunk)
    await trx('incidents').insert(incidents.slice(from, from + chunk));
  for (let from = 0; from < entities.length; from += chunk)
    await trx('incident_entities').insert(entities.slice(from, from + chunk));
  await indexIncidents(
    trx,
    openings.map((opening, at) => ({
      number: numbers[at],
      title: incidents[at].title,
      ownerRef: incidents[at].owner_ref,
      entityRefs: opening.entities.map(({ entityRef }) => entityRef),
      startedAt: opening.startedAt,
    })),
  );
  await appendTimeline(
    trx,
    openings.map((opening, at) => ({
      incident: numbers[at],
      at: opening.now,
      kind: 'status',
      author: opening.createdBy,
      text: opening.because,
      said: opening.becauseSaid,
      data: { to: 'investigating', severity: opening.severity },
      key: 'opened',
    })),
  );
  return numbers;
}

function rowOf(number: number, opening: IncidentOpening) {
  const { now, suspects = [] } = opening;
  return {
    number,
    title: opening.title.slice(0, 300),
    severity: opening.severity,
    status: 'investigating',
    source: opening.source,
    owner_ref: opening.ownerRef ?? null,
    system_ref: opening.systemRef ?? null,
    origin_ref: suspects[0]?.entityRef ?? null,
    suspects: JSON.stringify(suspects),
    because: opening.because,
    because_said: writeSaid(opening.becauseSaid),
    summary: opening.summary ?? '',
    started_at: opening.startedAt,
    detected_at: opening.detectedAt ?? null,
    created_at: now,
    created_by: opening.createdBy ?? null,
    updated_at: now,
    slo_affecting: opening.sloAffecting ?? null,
    declare_key: opening.declareKey ?? null,
    split_from: opening.splitFrom ?? null,
    impact_due_at: now,
  };
}
