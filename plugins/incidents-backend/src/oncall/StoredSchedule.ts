import type {
  EpochMs,
  OncallSchedule,
} from '@ghostlight/plugin-incidents-node';

/** A schedule with the span it was asked for: outside of it nothing is known. */
export interface StoredSchedule extends OncallSchedule {
  from: EpochMs;
  to: EpochMs;
}

/** What a source said last about an owner. */
export interface KnownSchedule {
  source: string;
  ownerRef: string;
  /** By which annotation the owner points at it. */
  annotated?: { annotation: string; value: string };
  /** Left out when the source has no rotation for the owner, or never answered: then there is an `error`. */
  schedule?: StoredSchedule;
  /** Of the last good answer. */
  fetchedAt?: EpochMs;
  triedAt: EpochMs;
  /** Why the last question got no answer. */
  error?: string;
}
