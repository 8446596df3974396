import { CustomErrorBase } from '@backstage/errors';

/**
 * Why a vendor's API gave no answer. Bounded, so that it can label a metric.
 *
 * @public
 */
export type VendorErrorReason =
  | 'timeout'
  | 'unreachable'
  | 'unauthorized'
  | 'not-found'
  | 'rate-limited'
  | 'http-4xx'
  | 'http-5xx'
  | 'bad-answer'
  | 'circuit-open';

/**
 * What more is known of a failure.
 *
 * @public
 */
export interface VendorFailure {
  /** HTTP status, when there was an answer. */
  status?: number;
  /** Whether the request certainly never left. */
  unsent?: boolean;
}

/**
 * A vendor's API gave no answer that can be used. The message is for people, and holds no secret.
 *
 * @public
 */
export class VendorError extends CustomErrorBase {
  name = 'VendorError' as const;
  /** HTTP status, when there was an answer and it is known. */
  readonly status?: number;
  /** Whether the request certainly never left, so that nothing has changed. */
  readonly unsent: boolean;

  constructor(
    readonly reason: VendorErrorReason,
    message: string,
    /** Milliseconds, when the vendor said how long to wait. */
    readonly retryAfterMs?: number,
    failure: VendorFailure = {},
  ) {
    super(message);
    this.status = failure.status;
    this.unsent = failure.unsent ?? false;
  }

  /** Whether the same question can be answered a moment later. */
  get passing(): boolean {
    return ['timeout', 'unreachable', 'rate-limited', 'http-5xx'].includes(
      this.reason,
    );
  }

  /** Whether the vendor read the request and said no, so that nothing has changed. */
  get refused(): boolean {
    const { status } = this;
    return (
      status !== undefined && status >= 400 && status < 500 && status !== 408
    );
  }
}
