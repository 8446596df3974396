import { quick } from '../../shared/quick';

/** How large the incident and its graph are. */
export const sizes = quick
  ? { entities: 1_000, alerts: 100 }
  : { entities: 10_000, alerts: 1_000 };
export const minute = 60_000;
export const now = Date.UTC(2026, 10, 21, 12);
export const nameOf = (n: number) => `service-${n}`;
export const refOf = (n: number) => `component:default/${nameOf(n)}`;
