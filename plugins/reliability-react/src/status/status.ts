/**
 * The health of an objective, an entity or a group, as the `slo` API names it.
 *
 * @public
 */
export type StatusName =
  | 'healthy'
  | 'warning'
  | 'critical'
  | 'no-data'
  | 'low-traffic';

/**
 * All statuses, worst first, in the order in which screens list them.
 *
 * @public
 */
export const STATUS_NAMES: readonly StatusName[] = [
  'critical',
  'warning',
  'healthy',
  'low-traffic',
  'no-data',
];

/**
 * Colours that pass 4.5:1 as text and stroke in light and dark. Never used
 * without a word or a shape.
 *
 * @public
 */
export const TONE_COLOUR = {
  positive: 'var(--bui-positive-fg-subdued, #0c632b)',
  warning: 'var(--bui-warning-fg-subdued, #aa4d00)',
  negative: 'var(--bui-negative-fg-subdued, #991919)',
  accent: 'var(--bui-announcement-fg-subdued, #173da6)',
  neutral: 'color-mix(in srgb, var(--bui-fg-primary, #000) 68%, transparent)',
} as const;

/**
 * A meaning that a colour may support.
 *
 * @public
 */
export type Tone = keyof typeof TONE_COLOUR;

/**
 * The tone of a status.
 *
 * @public
 */
export function toneOf(status: StatusName): Tone {
  switch (status) {
    case 'critical':
      return 'negative';
    case 'warning':
      return 'warning';
    case 'healthy':
      return 'positive';
    default:
      return 'neutral';
  }
}

export const STATUS_KEYS = {
  healthy: 'status.healthy',
  warning: 'status.warning',
  critical: 'status.critical',
  'no-data': 'status.noData',
  'low-traffic': 'status.lowTraffic',
} as const satisfies Record<StatusName, string>;

export const COUNT_KEYS = {
  healthy: 'status.countHealthy',
  warning: 'status.countWarning',
  critical: 'status.countCritical',
  'no-data': 'status.countNoData',
  'low-traffic': 'status.countLowTraffic',
} as const satisfies Record<StatusName, string>;
