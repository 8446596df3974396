/** A row of `outbox` as it is claimed; PostgreSQL gives bigints as strings. */
export interface OutboxRow {
  id: number | string;
  topic: string;
  key: string;
  lane: string | null;
  payload: string;
  attempts: number;
  not_before: number | string;
  /** The clock when it was claimed. */
  now: number | string;
}
