import { InputError } from '@backstage/errors';
import type { Said } from './Said';

/**
 * A body, or one item of it, makes no sense. The sender reads the message; the operator finds a copy in
 * quarantine.
 *
 * @public
 */
export class UnreadableError extends InputError {
  /** Where, as a path: `alerts[3].startsAt`. */
  readonly field?: string;
  readonly reason: string;
  /** What `reason` says, for screens in other languages. */
  readonly said?: Said;

  constructor(reason: string, field?: string, said?: Said) {
    super(field ? `${field}: ${reason}` : reason);
    this.name = 'InputError';
    this.reason = reason;
    this.field = field;
    this.said = said;
  }
}

/**
 * That one of some values was expected, for screens in other languages.
 *
 * @public
 */
export function valueOf(values: string): Said {
  return { code: 'unreadable.value', params: { values } };
}
