import type { Knex } from 'knex';
import { createHash } from 'node:crypto';

/** An alert as a test describes it. */
export interface TestAlert {
  name: string;
  title?: string;
  severity?: string;
  status?: 'firing' | 'resolved';
  entityRef?: string;
  ownerRef?: string;
  /** Epoch milliseconds; now by default. */
  at?: number;
  group?: number;
  incident?: number;
  suppressed?: string;
  raw?: string;
  url?: string;
}

/** Puts alerts where the pipeline would have. Returns their ids. */
export async function insertAlerts(
  knex: Knex,
  alerts: TestAlert[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const alert of alerts) {
    const at = alert.at ?? Date.now();
    const title = alert.title ?? `${alert.name} fires`;
    const [inbox] = await knex('inbox')
      .insert({
        delivery_id: 1,
        kind: 'alert',
        adapter: 'alertmanager',
        received_at: at,
        event: '{}',
        raw: alert.raw ?? '{}',
        outcome: 'recorded',
      })
      .returning('id');
    const fingerprint = createHash('sha256')
      .update(`${alert.name} ${alert.entityRef} ${Math.random()}`)
      .digest('hex');
    const [row] = await knex('alerts')
      .insert({
        fingerprint,
        current: true,
        adapter: 'alertmanager',
        name: alert.name,
        title,
        severity: alert.severity ?? 'critical',
        status: alert.status ?? 'firing',
        entity_ref: alert.entityRef ?? null,
        owner_ref: alert.ownerRef ?? null,
        starts_at: at,
        received_at: at,
        last_seen_at: at,
        occurrences: 1,
        transitions: 0,
        labels: JSON.stringify({ alertname: alert.name }),
        annotations: '{}',
        url: alert.url ?? null,
        last_inbox_id: inbox.id,
        group_id: alert.group ?? null,
        incident_number: alert.incident ?? null,
        ...(alert.suppressed && {
          suppressed_kind: alert.suppressed,
          suppressed_reason: 'Because',
          suppressed_at: at,
          suppressed_count: 1,
        }),
      })
      .returning('id');
    ids.push(String(row.id));
  }
  return ids;
}

/** Puts an open group where the pipeline would have. */
export async function insertGroup(
  knex: Knex,
  incident?: number,
): Promise<number> {
  const [{ id }] = await knex('groups')
    .insert({
      incident_number: incident ?? null,
      opened_at: Date.now(),
      last_at: Date.now(),
    })
    .returning('id');
  return Number(id);
}
