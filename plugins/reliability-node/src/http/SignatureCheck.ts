/**
 * A vendor's signature over the raw body.
 *
 * @public
 */
export interface SignatureCheck {
  /** For people: `PagerDuty v3 signature`. */
  title: string;
  /**
   * Whether one of the secrets signed this body. Compares in constant time. `secrets` are the
   * current and the previous ones, so that a secret can be rotated.
   */
  verify(options: {
    rawBody: Buffer;
    headers: Record<string, string>;
    secrets: string[];
  }): boolean | Promise<boolean>;
}
