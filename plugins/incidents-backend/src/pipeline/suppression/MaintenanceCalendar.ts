/** Maintenance that somebody announced. Asking it costs no request. */
export interface MaintenanceCalendar {
  /** `ref` tells one span from another; `until` in milliseconds. */
  during(
    entityRef: string,
    at: number,
  ): { reason: string; until: number; ref: string } | undefined;
}

/** No maintenance, ever. */
export const noMaintenance: MaintenanceCalendar = { during: () => undefined };
