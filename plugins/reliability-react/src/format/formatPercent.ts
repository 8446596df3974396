import { ABSENT, isKnown, Known, numberFormat } from './numberFormat';

/**
 * Options of {@link formatPercent}.
 *
 * @public
 */
export interface PercentOptions {
  /** BCP 47 tag. Default `en`. */
  language?: string;
  /** Digits after the point. By default as many as the value needs to differ from 0 and 100 %. */
  digits?: number;
}

const MOST_DIGITS = 5;

/**
 * A ratio as percent. Neither end is reached by rounding: 0.99995 is
 * `99.995%`, 0.9999999999 is `99.99999%`, and only exactly 1 is `100%`.
 *
 * @public
 */
export function formatPercent(
  ratio: Known,
  options: PercentOptions = {},
): string {
  if (!isKnown(ratio)) {
    return ABSENT;
  }
  const { language = 'en' } = options;
  const digits = options.digits ?? digitsFor(ratio);
  const print = (value: number) =>
    numberFormat(language, {
      style: 'percent',
      maximumFractionDigits: digits,
      minimumFractionDigits: 0,
    }).format(value);

  const smallest = 10 ** -(digits + 2);
  const size = Math.abs(ratio);
  if (size > 0 && size < smallest / 2) {
    return ratio < 0 ? print(-smallest) : `<${print(smallest)}`;
  }
  if (size < 1 && size > 1 - smallest / 2 - Number.EPSILON) {
    return print(Math.sign(ratio) * (1 - smallest));
  }
  // -0 would print a sign
  return print(Math.abs(ratio) < Number.EPSILON ? 0 : ratio);
}

function digitsFor(ratio: number): number {
  const size = Math.abs(ratio) * 100;
  const distance = Math.abs(100 - size);
  if (distance > 0 && distance < 1 && size < 100) {
    // two significant digits of what is missing to 100 %
    const digits = 1 - Math.floor(Math.log10(distance));
    return Math.min(MOST_DIGITS, digits);
  }
  if (size >= 10 || size === 0) {
    return 0;
  }
  if (size >= 1) {
    return 1;
  }
  return Math.min(MOST_DIGITS, 1 - Math.floor(Math.log10(size)));
}

/**
 * A target as it was written, without rounding up to six digits: 0.99995 is
 * `99.995%`.
 *
 * @public
 */
export function formatTarget(target: Known, language = 'en'): string {
  if (!isKnown(target)) {
    return ABSENT;
  }
  return numberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 6,
  }).format(target);
}
