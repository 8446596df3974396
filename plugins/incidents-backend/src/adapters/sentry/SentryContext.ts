import type { JsonObject } from '@backstage/types';
import type { EpochMs } from '@ghostlight/plugin-incidents-node';

/** Of one webhook. */
export interface SentryContext {
  action: string;
  raw: JsonObject;
  receivedAt: EpochMs;
  /** Of `data`. */
  path: string;
}
