/** A change as it is stored; times are epoch milliseconds. */
export interface DeploymentRow {
  id: string;
  source: string;
  key: string;
  kind: string;
  entity_ref: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  environment: string;
  version: string | null;
  previous_version: string | null;
  outcome: string;
  started_at: number;
  finished_at: number | null;
  commit_at: number | null;
  active_from: number | null;
  active_until: number | null;
  same_as: string | null;
  undoes_id: string | null;
  rollback_of: string | null;
  rolled_back_by: string | null;
  rollback_id: string | null;
  action_id: string | null;
  target_driver: string | null;
  target_ref: string | null;
  spent_minutes: number | null;
  spent_as_of: number | null;
  /** JSON of {@link SpentOf}. */
  spent_by: string;
  failed_because: string;
  failed: boolean;
  recovered_at: number | null;
  incident_ids: string;
  change: string;
  known: string;
  searched: string;
  updated_at: number;
}

/** What a deployment spent of the budget of an objective, in minutes. */
export interface SpentOf {
  ref: string;
  title: string;
  minutes: number;
  /** All of the budget. */
  budget: number;
}

/** Columns and their types in PostgreSQL, for statements that take rows as one JSON. */
export const deploymentColumns: Record<keyof DeploymentRow, ColumnType> = {
  id: 'text',
  source: 'text',
  key: 'text',
  kind: 'text',
  entity_ref: 'text',
  owner_ref: 'text',
  system_ref: 'text',
  environment: 'text',
  version: 'text',
  previous_version: 'text',
  outcome: 'text',
  started_at: 'bigint',
  finished_at: 'bigint',
  commit_at: 'bigint',
  active_from: 'bigint',
  active_until: 'bigint',
  same_as: 'text',
  undoes_id: 'text',
  rollback_of: 'text',
  rolled_back_by: 'text',
  rollback_id: 'text',
  action_id: 'text',
  target_driver: 'text',
  target_ref: 'text',
  spent_minutes: 'double precision',
  spent_as_of: 'bigint',
  spent_by: 'text',
  failed_because: 'text',
  failed: 'boolean',
  recovered_at: 'bigint',
  incident_ids: 'text',
  change: 'text',
  known: 'text',
  searched: 'text',
  updated_at: 'bigint',
};

/** Types of columns that statements of this folder write. */
export type ColumnType = 'text' | 'bigint' | 'boolean' | 'double precision';

/** Numbers as numbers, whichever database they come from. */
export function readRow(row: DeploymentRow): DeploymentRow {
  const read: Record<string, unknown> = { ...row };
  for (const [name, type] of Object.entries(deploymentColumns)) {
    const value = read[name];
    if (type === 'bigint' && value !== null) read[name] = Number(value);
    if (type === 'boolean') read[name] = Boolean(value);
  }
  return read as unknown as DeploymentRow;
}

/** Kinds of change by which a version goes out; the others are told beside them. */
export function isRelease(row: { kind: string }): boolean {
  return row.kind === 'deployment' || row.kind === 'rollback';
}
