import type { Oncall, OncallTeam } from '@ghostlight/plugin-incidents-common';
import type { CallOptions } from './CallOptions';

/** Who is on call. Instants are ISO 8601. */
export interface OncallApi {
  oncall(
    request: { entityRef: string; at?: string },
    options: CallOptions,
  ): Promise<Oncall>;
  teams(
    request: { from?: string; to?: string },
    options: CallOptions,
  ): Promise<{ items: OncallTeam[]; asOf: string }>;
  /** As iCalendar. */
  calendar(owner: string, options: CallOptions): Promise<string>;
}
