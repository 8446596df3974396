/** An address of the configuration, and how it is spoken to. */
export interface Endpoint {
  /** Headers of every request; secrets among them. */
  headers: Record<string, string>;
  /** Whether its name may lead to a private address. */
  private: boolean;
  timeoutMs: number;
}
