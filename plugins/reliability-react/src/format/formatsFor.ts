import { CountOptions, formatCount, formatRate } from './formatCount';
import {
  DurationOptions,
  formatDuration,
  formatWindow,
} from './formatDuration';
import { formatPercent, formatTarget, PercentOptions } from './formatPercent';
import { formatTime, TimeOptions, TimeStyle } from './formatTime';
import { Known } from './numberFormat';

/**
 * The formatters of this package bound to one language. All answer `–` for
 * what is not known.
 *
 * @public
 */
export interface Formats {
  /** BCP 47 tag that the formatters use. */
  language: string;
  /** See {@link formatPercent}. */
  percent(ratio: Known, options?: Omit<PercentOptions, 'language'>): string;
  /** See {@link formatTarget}. */
  target(target: Known): string;
  /** See {@link formatCount}. */
  count(count: Known, options?: Omit<CountOptions, 'language'>): string;
  /** See {@link formatRate}. */
  rate(rate: Known): string;
  /** Seconds; see {@link formatDuration}. */
  duration(seconds: Known, options?: Omit<DurationOptions, 'language'>): string;
  /** Minutes printed as minutes, as budgets are: `13.4 min`. */
  minutes(minutes: Known): string;
  /** See {@link formatWindow}. */
  window(window: string): string;
  /** Epoch seconds; see {@link formatTime}. */
  time(
    at: Known,
    style?: TimeStyle,
    options?: Omit<TimeOptions, 'language' | 'style'>,
  ): string;
}

const cache = new Map<string, Formats>();

/**
 * The formatters of one language; the same object each time it is asked.
 *
 * @public
 */
export function formatsFor(language: string): Formats {
  const known = cache.get(language);
  if (known) {
    return known;
  }
  const formats: Formats = {
    language,
    percent: (ratio, options) => formatPercent(ratio, { ...options, language }),
    target: target => formatTarget(target, language),
    count: (count, options) => formatCount(count, { ...options, language }),
    rate: rate => formatRate(rate, language),
    duration: (seconds, options) =>
      formatDuration(seconds, { ...options, language }),
    minutes: minutes =>
      formatDuration(typeof minutes === 'number' ? minutes * 60 : minutes, {
        unit: 'min',
        language,
      }),
    window: formatWindow,
    time: (at, style, options) =>
      formatTime(at, { ...options, style, language }),
  };
  cache.set(language, formats);
  return formats;
}
