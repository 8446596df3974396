import type {
  Incident,
  Severity,
  Suspect,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { nextOf } from '../database/counters';
import { appendTimeline } from './appendTimeline';

export interface IncidentOpening {
  title: string;
  severity: Severity;
  source: Incident['source'];
  /** The rule or person that opened it, in words. */
  because: string;
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

/** Opens an incident under the next number, with its entities and the first entry of its timeline. */
export async function openIncident(
  trx: Knex.Transaction,
  opening: IncidentOpening,
): Promise<number> {
  const number = await nextOf(trx, 'incident');
  const { now, suspects = [] } = opening;
  await trx('incidents').insert({
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
    summary: opening.summary ?? '',
    started_at: opening.startedAt,
    detected_at: opening.detectedAt ?? null,
    created_at: now,
    created_by: opening.createdBy ?? null,
    updated_at: now,
    slo_affecting: opening.sloAffecting ?? null,
    declare_key: opening.declareKey ?? null,
    split_from: opening.splitFrom ?? null,
  });
  if (opening.entities.length) {
    await trx('incident_entities').insert(
      opening.entities.map(entity => ({
        incident_number: number,
        entity_ref: entity.entityRef,
        role: entity.role,
        by_hand: entity.byHand ?? false,
        since: entity.since,
        owner_ref: entity.ownerRef ?? null,
        system_ref: entity.systemRef ?? null,
      })),
    );
  }
  await appendTimeline(trx, [
    {
      incident: number,
      at: now,
      kind: 'status',
      author: opening.createdBy,
      text: opening.because,
      data: { to: 'investigating', severity: opening.severity },
      key: 'opened',
    },
  ]);
  return number;
}
