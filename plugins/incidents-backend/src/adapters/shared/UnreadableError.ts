import { InputError } from '@backstage/errors';

/**
 * A body, or one item of it, makes no sense. The sender reads the message; the operator finds a copy in
 * quarantine.
 */
export class UnreadableError extends InputError {
  /** Where, as a path: `alerts[3].startsAt`. */
  readonly field?: string;
  readonly reason: string;

  constructor(reason: string, field?: string) {
    super(field ? `${field}: ${reason}` : reason);
    this.name = 'InputError';
    this.reason = reason;
    this.field = field;
  }
}
