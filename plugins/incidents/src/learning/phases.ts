import type { IncidentMetrics } from '@ghostlight/plugin-incidents-common';

/** What is measured, in the order in which an incident goes through it. */
export const PHASES = [
  'detect',
  'acknowledge',
  'identify',
  'fix',
  'recover',
  'resolve',
  'betweenFailures',
] as const satisfies readonly (keyof IncidentMetrics)[];

export type Phase = (typeof PHASES)[number];

/** Below this there is no quantile, see reference.md. */
export const ENOUGH = 10;
