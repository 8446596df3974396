import { CustomErrorBase } from '@backstage/errors';

/**
 * The API server gave no answer, or one that says no. The message is the server's own where it has one.
 *
 * @public
 */
export class KubeError extends CustomErrorBase {
  name = 'KubeError' as const;

  constructor(
    message: string,
    /** HTTP status; undefined when there was no answer. */
    readonly status?: number,
    /** As in an answer of kind Status: `Conflict`. */
    readonly reason?: string,
  ) {
    super(message);
  }

  /** Whether the server refused, so that nothing has changed. */
  get refused(): boolean {
    return this.status !== undefined && this.status < 500;
  }
}

/**
 * Whether it is the API server's answer of one of these statuses.
 *
 * @public
 */
export function hasStatus(error: unknown, ...statuses: number[]): boolean {
  return error instanceof KubeError && statuses.includes(error.status ?? 0);
}
