import type { Minute } from '@ghostlight/plugin-slo-common';
import type {
  MinuteSample,
  SourceIndicator,
} from '@ghostlight/plugin-slo-node';
import { PrometheusError } from '../PrometheusError';
import type { ItemPart } from './compileItem';
import type { MinuteRange } from './RowReader';

/** Values of an item's queries, by the name of the query. */
export type ItemValues = Map<
  ItemPart['name'],
  { part: ItemPart; points: Map<Minute, number>; several: Set<Minute> }
>;

/** How much more good (or bad) events than total ones extrapolation may make: a share, and events. */
const tolerance = { share: 0.05, events: 1 };

/** Bad minutes older than this have no bearing on how the objective is now. */
const presentSeconds = 15 * 60;

type Outcome =
  | { good: number; total: number }
  | 'gap'
  | { reason: PrometheusError['reason']; message: string };

const severalSeries: Outcome = {
  reason: 'duplicate-series',
  message:
    'The result has several series at once; put an aggregation such as sum(…) around the query',
};

const notANumber: Outcome = {
  reason: 'not-a-number',
  message: 'The result is NaN or infinite',
};

function valueAt(
  values: ItemValues,
  name: ItemPart['name'],
  minute: Minute,
): number | undefined {
  const { part, points } = values.get(name)!;
  const value = points.get(minute) ?? part.absent;
  return value === undefined ? undefined : value * part.scale;
}

function ratioMinute(values: ItemValues, minute: Minute): Outcome {
  const total = valueAt(values, 'total', minute);
  if (total === undefined) return 'gap';
  const name = values.has('good') ? 'good' : 'bad';
  // Nothing selected while there is a total: there were none of these events.
  const part = valueAt(values, name, minute) ?? 0;
  if (!Number.isFinite(total) || !Number.isFinite(part)) return notANumber;
  const slack = total * tolerance.share + tolerance.events;
  if (total < -1e-6 || part < -1e-6)
    return { reason: 'negative', message: 'The count of events is negative' };
  if (part > total + slack)
    return {
      reason: 'negative',
      message: `There are more ${name} events than events in total`,
    };
  const whole = Math.max(0, total);
  const share = Math.min(whole, Math.max(0, part));
  return { good: name === 'good' ? share : whole - share, total: whole };
}

function valueMinute(
  indicator: Exclude<SourceIndicator, { kind: 'ratio' }>,
  values: ItemValues,
  minute: Minute,
): Outcome {
  const value = valueAt(values, indicator.kind, minute);
  // A ratio or a quantile without traffic is NaN: no error, and no minute either.
  if (value === undefined || Number.isNaN(value)) return 'gap';
  if (!Number.isFinite(value)) return notANumber;
  if (indicator.kind === 'raw') {
    if (value < -1e-6)
      return { reason: 'negative', message: 'The ratio is negative' };
    if (value > 1 + 1e-6)
      return { reason: 'not-a-number', message: 'The ratio is above 1' };
    const share = Math.min(1, Math.max(0, value));
    return {
      good: indicator.rawType === 'success' ? share : 1 - share,
      total: 1,
    };
  }
  const { operator, threshold } = indicator;
  const good = {
    lte: value <= threshold,
    lt: value < threshold,
    gte: value >= threshold,
    gt: value > threshold,
  }[operator];
  return { good: good ? 1 : 0, total: 1 };
}

function minuteOf(
  indicator: SourceIndicator,
  values: ItemValues,
  minute: Minute,
): Outcome {
  for (const { several } of values.values())
    if (several.has(minute)) return severalSeries;
  return indicator.kind === 'ratio'
    ? ratioMinute(values, minute)
    : valueMinute(indicator, values, minute);
}

/**
 * The minutes of an item. A minute that cannot be told is left out. When no other is left and the
 * range reaches the present, the item has failed, and its latest minute says why; in the past such
 * minutes are a gap that asking again would not fill.
 */
export function toSamples(
  indicator: SourceIndicator,
  values: ItemValues,
  range: MinuteRange,
  nowSeconds: number,
): { samples: MinuteSample[] } | { failure: PrometheusError } {
  const samples: MinuteSample[] = [];
  let failure: PrometheusError | undefined;
  for (let minute = range.from; minute < range.to; minute++) {
    const outcome = minuteOf(indicator, values, minute);
    if (outcome === 'gap') continue;
    if ('total' in outcome) samples.push({ minute, ...outcome });
    else if (minute * 60 > nowSeconds - presentSeconds)
      failure = new PrometheusError(outcome.reason, outcome.message);
  }
  return failure && !samples.length ? { failure } : { samples };
}
