import type { EpochMs } from './AlertEvent';

/**
 * Somebody who can be on call.
 *
 * @public
 */
export interface OncallPerson {
  /** `user:default/ines.ortega`, when the source knows it. */
  userRef?: string;
  /** By which the catalog's user is found when there is no ref. */
  email?: string;
  /**
   * Who it is at the source, by which the catalog's user is found when it carries that annotation:
   * `pagerduty.com/user-id`.
   */
  account?: { annotation: string; value: string };
  name: string;
  /** IANA name. */
  timeZone?: string;
}

/**
 * A span of time in which the same people are on call.
 *
 * @public
 */
export interface OncallShift {
  from: EpochMs;
  to: EpochMs;
  /** 1 is asked first. */
  level: number;
  people: OncallPerson[];
  layer?: string;
  override?: boolean;
}

/**
 * A rotation of one team over a span, as its source tells it.
 *
 * @public
 */
export interface OncallSchedule {
  title?: string;
  timeZone?: string;
  url?: string;
  /** Sorted by level, then time. Times without a shift are gaps. */
  shifts: OncallShift[];
  levels: { level: number; title?: string; escalatesAfterMinutes?: number }[];
}

/**
 * Tells who is on call. Asked in the background and kept, so that no page waits for it.
 *
 * @public
 */
export interface OncallSource {
  /** Unique: `rotation`, `pagerduty`. */
  readonly name: string;
  readonly type: string;
  /** Owners, as group or entity refs, that the source has a rotation for by its own configuration. */
  owners(signal?: AbortSignal): Promise<string[]>;
  /**
   * Annotations by which an entity or group points at one of the source's schedules, such as
   * `pagerduty.com/service-id`. Of several on one entity the first of these counts.
   */
  readonly annotations?: readonly string[];
  /** Milliseconds after which an answer is asked for again. 60,000 by default. */
  readonly refreshMs?: number;
  /**
   * @returns undefined when the source has no rotation for it
   */
  schedule(request: {
    /** A group or entity ref. */
    owner: string;
    /** Which of {@link OncallSource.annotations} the owner has, and what it says. */
    annotated?: { annotation: string; value: string };
    from: EpochMs;
    to: EpochMs;
    signal?: AbortSignal;
  }): Promise<OncallSchedule | undefined>;
}
