import { InputError } from '@backstage/errors';

/**
 * A query that is not PromQL, is too long or too deep, or uses a part of PromQL that is not supported.
 *
 * @public
 */
export class QuerySyntaxError extends InputError {
  /** Offset of the first character that does not fit, from 0. */
  readonly position: number;

  constructor(text: string, position: number, message: string) {
    const before = text.slice(0, position).split('\n');
    const line = before.length;
    const column = before[before.length - 1].length + 1;
    super(`${message} at line ${line}, column ${column}`);
    this.position = position;
  }
}
