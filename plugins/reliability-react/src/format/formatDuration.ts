import { ABSENT, isKnown, Known, numberFormat } from './numberFormat';

/**
 * Units of a duration, by their international symbols.
 *
 * @public
 */
export type DurationUnit = 'ms' | 's' | 'min' | 'h' | 'd';

/**
 * Options of {@link formatDuration}.
 *
 * @public
 */
export interface DurationOptions {
  /** BCP 47 tag. Default `en`. */
  language?: string;
  /** Print in this unit only, as budgets do: `43.2 min`. */
  unit?: DurationUnit;
  /** One unit, whole numbers, rounded down, as ages are read: `14 min`. */
  whole?: boolean;
}

const SECONDS: Record<DurationUnit, number> = {
  ms: 0.001,
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
};
const SMALLER: Partial<Record<DurationUnit, DurationUnit>> = {
  d: 'h',
  h: 'min',
};

/**
 * Seconds as a reader says them: `420 ms`, `20 s`, `13.4 min`, `2 h 5 min`,
 * `3 d 4 h`.
 *
 * @public
 */
export function formatDuration(
  seconds: Known,
  options: DurationOptions = {},
): string {
  if (!isKnown(seconds)) {
    return ABSENT;
  }
  const { language = 'en', whole = false } = options;
  const sign = seconds < 0 ? '−' : '';
  const size = Math.abs(seconds);
  const unit = options.unit ?? unitFor(size, whole);
  const amount = size / SECONDS[unit];

  if (whole) {
    return sign + join(language, Math.floor(amount), unit, 0);
  }
  const smaller = options.unit ? undefined : SMALLER[unit];
  if (!smaller) {
    return sign + join(language, amount, unit, digitsFor(amount));
  }
  const parts = Math.round(size / SECONDS[smaller]);
  const ratio = SECONDS[unit] / SECONDS[smaller];
  if (unit === 'h' && parts >= 24 * 60) {
    return sign + join(language, 1, 'd', 0);
  }
  const first = join(language, Math.floor(parts / ratio), unit, 0);
  const rest = parts % ratio;
  return (
    sign + (rest ? `${first}\u00a0${join(language, rest, smaller, 0)}` : first)
  );
}

function unitFor(size: number, whole: boolean): DurationUnit {
  if (size < 0.9995 && size > 0 && !whole) {
    return 'ms';
  }
  // a limit just below the next unit, so that 59.97 s is 1 min and not 60 s
  const slack = whole ? 0 : 0.05;
  if (size < 60 - slack) {
    return 's';
  }
  if (size < 3600 - slack * 60) {
    return 'min';
  }
  return size < 86_400 ? 'h' : 'd';
}

function digitsFor(amount: number): number {
  if (amount >= 100) {
    return 0;
  }
  return amount >= 1 || amount === 0 ? 1 : 2;
}

function join(
  language: string,
  amount: number,
  unit: DurationUnit,
  digits: number,
): string {
  const number = numberFormat(language, {
    maximumFractionDigits: digits,
  }).format(amount);
  return `${number}\u00a0${unit}`;
}

/**
 * A window as documents write it (`1h`, `5m`, `30d`, `2w`) as readers say it
 * (`1 h`, `5 min`, `30 d`, `14 d`). What is not such a window is returned as is.
 *
 * @public
 */
export function formatWindow(window: string): string {
  const match = /^(\d+)\s*(ms|s|m|min|h|d|w)$/.exec(window.trim());
  if (!match) {
    return window;
  }
  const [, amount, unit] = match;
  if (unit === 'w') {
    return `${Number(amount) * 7}\u00a0d`;
  }
  return `${amount}\u00a0${unit === 'm' ? 'min' : unit}`;
}
