import type { JsonValue } from '@backstage/types';
import type {
  ChangeReading,
  ChangeReport,
} from '@ghostlight/plugin-delivery-node';
import { UnreadableError } from '@ghostlight/reliability-node';
import { Fields } from './Fields';

/**
 * Reads a body that is one thing, or a list of them: of a list each by itself, so that a bad one leaves its
 * neighbours alone.
 *
 * @throws UnreadableError when the one thing makes no sense
 */
export function readEach(
  body: JsonValue,
  read: (item: Fields) => ChangeReport[],
): ChangeReading {
  if (!Array.isArray(body)) return { changes: read(Fields.of(body)) };
  return collect(
    body.map((item, at) => () => read(Fields.of(item, `[${at}]`))),
    at => `[${at}]`,
  );
}

/** Of several readings those that make sense, and why the others do not. */
export function collect(
  readings: (() => ChangeReport[])[],
  pathOf: (at: number) => string,
): ChangeReading {
  const changes: ChangeReport[] = [];
  const rejected: NonNullable<ChangeReading['rejected']> = [];
  readings.forEach((read, at) => {
    try {
      changes.push(...read());
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      rejected.push({ reason: error.reason, field: error.field ?? pathOf(at) });
    }
  });
  return { changes, rejected };
}
