import type { Batch } from '../Batch';
import { fingerprintOf } from '../episodes/applyReport';
import { insertRows, rowsOf, tuples } from '../database/tuples';
import type { PipelineState } from '../PipelineState';
import { foldTold, type ChangeRow } from './foldTold';

const changeColumns = {
  adapter: 'text',
  key: 'text',
  entity_ref: 'text',
  kind: 'text',
  title: 'text',
  version: 'text',
  author: 'text',
  outcome: 'text',
  environment: 'text',
  url: 'text',
  at: 'bigint',
  delivery_id: 'text',
  rollback_id: 'text',
} as const;

const findingColumns = {
  adapter: 'text',
  key: 'text',
  entity_ref: 'text',
  rule: 'text',
  title: 'text',
  severity: 'text',
  target: 'text',
  package: 'text',
  installed_version: 'text',
  fixed_version: 'text',
  url: 'text',
  first_seen_at: 'bigint',
  last_seen_at: 'bigint',
} as const;

/** Keeps changes, tells correlation of them, and shows them beside the incidents they may belong to. */
export async function recordChanges(
  batch: Batch,
  state: PipelineState,
): Promise<void> {
  const { trx } = batch;
  const rows = new Map<string, ChangeRow>();
  for (const { adapter, event, resolution, inboxId } of batch.changes) {
    const name = `${adapter} ${event.key}`;
    const { deliveryId, rollbackId } = event;
    rows.set(name, {
      ...event,
      adapter,
      entity_ref: resolution?.entityRef,
      delivery_id: deliveryId ?? rows.get(name)?.delivery_id,
      rollback_id: rollbackId ?? rows.get(name)?.rollback_id,
    });
    batch.outcomes.set(inboxId, 'recorded');
  }
  const stored = await insertRows(
    trx,
    'changes',
    changeColumns,
    await foldTold(trx, [...rows.values()]),
    `on conflict (adapter, key) do update set
       entity_ref = coalesce(excluded.entity_ref, changes.entity_ref),
       kind = excluded.kind, title = excluded.title, at = excluded.at,
       version = coalesce(excluded.version, changes.version),
       author = coalesce(excluded.author, changes.author),
       outcome = coalesce(excluded.outcome, changes.outcome),
       environment = coalesce(excluded.environment, changes.environment),
       url = coalesce(excluded.url, changes.url),
       delivery_id = coalesce(excluded.delivery_id, changes.delivery_id),
       rollback_id = coalesce(excluded.rollback_id, changes.rollback_id)
     returning id, entity_ref, title, at, kind`,
  );
  const ids: number[] = [];
  for (const row of stored as StoredChange[]) {
    const { id, entity_ref: entityRef, title, at, kind } = row;
    if (!entityRef) continue;
    ids.push(Number(id));
    state.correlation.change({
      id: Number(id),
      entityRef,
      title,
      at: Number(at),
      undoes: kind === 'rollback',
    });
  }
  await showBeside(batch, state, ids);
}

interface StoredChange {
  id: number | string;
  entity_ref: string | null;
  title: string;
  kind: string;
  at: number | string;
}

/** Changes that are new beside what they are of; and what is newly hit beside its changes. */
async function showBeside(
  batch: Batch,
  { tools }: PipelineState,
  ids: number[],
): Promise<void> {
  const { trx } = batch;
  const { changeMs } = tools.rules.correlate;
  const select = `select distinct c.id, c.title, c.at, c.kind, c.version, c.entity_ref, c.delivery_id, c.rollback_id, i.number`;
  const when = `i.status <> 'resolved' and i.merged_into is null and i.deleted_at is null
       and c.at >= i.started_at - ?`;
  type Beside = StoredChange & {
    number: number;
    kind: string;
    version: string | null;
    delivery_id: string | null;
    rollback_id: string | null;
  };
  const found: Beside[] = [];
  if (ids.length)
    found.push(
      ...rowsOf<Beside>(
        await trx.raw(
          `${select} from ? w join changes c on c.id = w.v
           join incident_entities e on e.entity_ref = c.entity_ref
           join incidents i on i.number = e.incident_number where ${when}`,
          [
            tuples(
              trx,
              { v: 'bigint' },
              ids.map(v => ({ v })),
            ),
            changeMs,
          ],
        ),
      ),
    );
  const hit = [...batch.works.values()]
    .filter(({ joined, row }) => joined && row.entity_ref !== null)
    .map(({ row }) => ({ number: row.incident_number, ref: row.entity_ref }));
  if (hit.length)
    found.push(
      ...rowsOf<Beside>(
        await trx.raw(
          `${select} from ? w join incidents i on i.number = w.number
           join changes c on c.entity_ref = w.ref where ${when} and c.at <= ?`,
          [
            tuples(trx, { number: 'int', ref: 'text' }, hit),
            changeMs,
            batch.now,
          ],
        ),
      ),
    );
  for (const row of found)
    batch.timeline.push({
      incident: row.number,
      at: Number(row.at),
      kind: 'change',
      text: row.title,
      data: {
        changeId: String(row.id),
        entityRef: row.entity_ref ?? '',
        kind: row.kind,
        ...(row.delivery_id && { deliveryId: row.delivery_id }),
        ...(row.rollback_id && { rollbackId: row.rollback_id }),
      },
      key: `change:${row.id}`,
    });
}

/** Keeps what scanners found; it pages nobody. */
export async function recordFindings(batch: Batch): Promise<void> {
  const rows = new Map<string, Record<string, unknown>>();
  for (const finding of batch.findings) {
    const { adapter, event, receivedAt, resolution } = finding;
    const key = fingerprintOf(adapter, event.key);
    rows.set(key, {
      ...event,
      adapter,
      key,
      entity_ref: resolution?.entityRef,
      installed_version: event.installedVersion,
      fixed_version: event.fixedVersion,
      first_seen_at: receivedAt,
      last_seen_at: receivedAt,
    });
    batch.outcomes.set(finding.inboxId, 'recorded');
  }
  await insertRows(
    batch.trx,
    'findings',
    findingColumns,
    [...rows.values()],
    `on conflict (adapter, key) do update set
       entity_ref = coalesce(excluded.entity_ref, findings.entity_ref),
       title = excluded.title, severity = excluded.severity,
       installed_version = excluded.installed_version,
       fixed_version = excluded.fixed_version, url = excluded.url,
       last_seen_at = excluded.last_seen_at`,
  );
}
