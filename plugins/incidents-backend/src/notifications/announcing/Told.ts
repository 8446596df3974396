import type { Knex } from 'knex';
import type { NotificationMessage } from '@ghostlight/plugin-incidents-node';

/** Whom to find when it is sent. */
export interface NotificationTarget {
  /** `oncall`, `owner` and entity refs. */
  to: string[];
  /** Level of on-call; 1 by default. */
  level?: number;
  /** Also those who were told of the incident on this channel before. */
  told?: boolean;
  /** Refs it went to, once it has been sent. */
  sentTo?: string[];
}

/** What a channel knows of an incident. */
export interface Told {
  /** Whether it waits for the end of it. */
  open: boolean;
  to: string[];
}

/** Incident number → channel → what it knows. */
export type ToldOf = Map<number, Map<string, Told>>;

/** What channels were told of incidents, or are about to be. */
export async function readTold(
  trx: Knex.Transaction,
  numbers: number[],
): Promise<ToldOf> {
  const told: ToldOf = new Map();
  for (let from = 0; from < numbers.length; from += 500) {
    const rows: {
      incident_number: number;
      channel: string;
      kind: NotificationMessage['kind'];
      target: string;
    }[] = await trx('notifications')
      .whereIn('incident_number', numbers.slice(from, from + 500))
      .whereIn('state', ['waiting', 'sent'])
      .whereNot('kind', 'test')
      .orderBy('id')
      .select('incident_number', 'channel', 'kind', 'target');
    for (const row of rows)
      noteTold(told, row.incident_number, row.channel, row.kind, targetOf(row));
  }
  return told;
}

/** Takes note that a channel is told something. */
export function noteTold(
  told: ToldOf,
  incident: number,
  channel: string,
  kind: NotificationMessage['kind'],
  target: NotificationTarget,
): void {
  const channels = told.get(incident) ?? new Map<string, Told>();
  told.set(incident, channels);
  channels.set(channel, {
    open: kind !== 'resolved',
    to: [...new Set([...(channels.get(channel)?.to ?? []), ...target.to])],
  });
}

export function targetOf(row: { target: string }): NotificationTarget {
  return JSON.parse(row.target) as NotificationTarget;
}
