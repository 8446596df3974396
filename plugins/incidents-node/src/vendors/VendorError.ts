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
 * A vendor's API gave no answer that can be used. The message is for people, and holds no secret.
 *
 * @public
 */
export class VendorError extends CustomErrorBase {
  name = 'VendorError' as const;

  constructor(
    readonly reason: VendorErrorReason,
    message: string,
    /** Milliseconds, when the vendor said how long to wait. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }

  /** Whether the same question can be answered a moment later. */
  get passing(): boolean {
    return ['timeout', 'unreachable', 'rate-limited', 'http-5xx'].includes(
      this.reason,
    );
  }
}
