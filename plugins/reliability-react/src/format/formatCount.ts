import { ABSENT, isKnown, Known, numberFormat } from './numberFormat';

/**
 * Options of {@link formatCount}.
 *
 * @public
 */
export interface CountOptions {
  /** BCP 47 tag. Default `en`. */
  language?: string;
  /** `1.2M` instead of `1,204,331`. Default false. */
  compact?: boolean;
}

/**
 * A count of things, grouped. Parts of one are kept only below 10, where they
 * matter (a budget of 0.4 events).
 *
 * @public
 */
export function formatCount(count: Known, options: CountOptions = {}): string {
  if (!isKnown(count)) {
    return ABSENT;
  }
  const { language = 'en', compact = false } = options;
  return numberFormat(language, {
    notation: compact && Math.abs(count) >= 10_000 ? 'compact' : 'standard',
    maximumFractionDigits: compact || Math.abs(count) < 10 ? 1 : 0,
    useGrouping: true,
  }).format(count === 0 ? 0 : count);
}

/**
 * A burn rate: `14.2×`, `0.93×`, `1,250×`.
 *
 * @public
 */
export function formatRate(rate: Known, language = 'en'): string {
  if (!isKnown(rate)) {
    return ABSENT;
  }
  const size = Math.abs(rate);
  let digits = 2;
  if (size >= 100) {
    digits = 0;
  } else if (size >= 1) {
    digits = 1;
  }
  const number = numberFormat(language, {
    maximumFractionDigits: digits,
  }).format(rate === 0 ? 0 : rate);
  return `${number}×`;
}
