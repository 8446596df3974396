/** A number as one says it: three digits, no exponent where that can be read. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e6 || size < 1e-4) return value.toExponential(2);
  if (size >= 1000) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

export const iso = (time: number) => new Date(time).toISOString();

/** A time that JavaScript can hold, of one that is computed. */
export function isoOrNot(time: number | undefined): string | undefined {
  if (time === undefined || !(Math.abs(time) < 8.64e15)) return undefined;
  return iso(time);
}

export const rounded = (value: number, digits = 3) =>
  Number.isFinite(value) ? Number(value.toFixed(digits)) : 0;

export const precise = (value: number) =>
  Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
