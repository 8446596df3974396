import type { EvidenceItem } from '@ghostlight/plugin-incidents-common';

/** A record that a tool found. Ids are given by whoever asked. Untrusted. */
export type FoundRecord = Omit<EvidenceItem, 'id'>;

/** What a model may look into while it analyses. Everything here reads; nothing changes anything. */
export interface TriageTools {
  /** Values of a series of an entity around the incident. */
  series(
    ask: { entityRef: string; metric: string },
    options: { signal: AbortSignal },
  ): Promise<FoundRecord[]>;
  /** Log lines of an entity, those that became more frequent first. */
  logs(
    ask: { entityRef: string; text?: string },
    options: { signal: AbortSignal },
  ): Promise<FoundRecord[]>;
  /** What changed of an entity, the latest first. */
  changes(
    ask: { entityRef: string },
    options: { signal: AbortSignal },
  ): Promise<FoundRecord[]>;
  /** A past incident by its id, and what solved it. */
  similar(
    ask: { id: string },
    options: { signal: AbortSignal },
  ): Promise<FoundRecord[]>;
  /** Runbooks by words. */
  runbooks(
    ask: { query: string },
    options: { signal: AbortSignal },
  ): Promise<FoundRecord[]>;
}
