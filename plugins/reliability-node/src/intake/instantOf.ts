import { toUSVString } from 'node:util';
import { UnreadableError } from './UnreadableError';

const iso =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d:?\d\d|[+-]\d\d)?$/i;
/** Beyond these a time is a mistake of its sender. */
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/**
 * An instant from ISO 8601 text (UTC when it names no zone, any number of fraction digits), or from a
 * number of seconds, milli-, micro- or nanoseconds since the epoch, told apart by size.
 *
 * @returns undefined for nothing, '' and the zero times `0001-01-01T00:00:00Z` and 0
 * @throws UnreadableError for what is no time, or one before 1990 or after 2200
 *
 * @public
 */
export function instantOf(value: unknown, field?: string): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const instant = parse(value);
  if (instant === undefined) return undefined;
  if (!(instant >= earliest && instant < latest)) {
    const shown = toUSVString(String(JSON.stringify(value)).slice(0, 60));
    throw new UnreadableError(`not a time: ${shown}`, field, {
      code: 'unreadable.time',
      params: { value: shown },
    });
  }
  return instant;
}

function parse(value: unknown): number | undefined {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string' || value.length > 60) return NaN;
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return ofNumber(Number(text));
  const found = iso.exec(text);
  if (!found) return NaN;
  const [, year, month, day, hour, minute, second = '00', fraction, zone] =
    found;
  if (year === '0001') return undefined;
  const ms = (fraction ?? '').padEnd(3, '0').slice(0, 3);
  const instant = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}${offset(zone)}`,
  );
  return instant;
}

function ofNumber(value: number): number | undefined {
  if (value === 0) return undefined;
  if (value < 1e11) return Math.round(value * 1e3);
  if (value < 1e14) return Math.round(value);
  return Math.round(value < 1e17 ? value / 1e3 : value / 1e6);
}

/** `+02`, `+0200` and `+02:00` in the form that Date.parse reads. */
function offset(zone: string | undefined): string {
  if (!zone || /^z$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
