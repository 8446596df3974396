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
   * The annotation by which an entity or group points at one of the source's schedules, such as
   * `pagerduty.com/service-id`.
   */
  readonly annotation?: string;
  /**
   * @returns undefined when the source has no rotation for it
   */
  schedule(request: {
    /** A group or entity ref. */
    owner: string;
    /** Value of {@link OncallSource.annotation}, where it is set. */
    annotated?: string;
    from: EpochMs;
    to: EpochMs;
    signal?: AbortSignal;
  }): Promise<OncallSchedule | undefined>;
}
