import type { Change } from '@ghostlight/plugin-slo-common';

/** A change as it is stored. Instants are epoch seconds. */
export interface ChangeRow {
  id: string;
  entity_ref: string;
  environment: string;
  kind: Change['kind'];
  title: string;
  version: string | null;
  outcome: Change['outcome'];
  at: number;
  finished_at: number | null;
  active_from: number | null;
}
