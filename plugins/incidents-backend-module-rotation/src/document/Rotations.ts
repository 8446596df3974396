import type { OncallPerson } from '@ghostlight/plugin-incidents-node';

/** Rotations as compiled from a document. */
export interface Rotations {
  teams: RotationTeam[];
}

export interface RotationTeam {
  owner: string;
  title?: string;
  timeZone: string;
  url?: string;
  /** The first is asked first. */
  levels: RotationLevel[];
  /** Later ones lie upon earlier ones. */
  overrides: RotationOverride[];
}

export interface RotationLevel {
  title?: string;
  escalatesAfterMinutes?: number;
  /** Later ones lie upon earlier ones. */
  layers: RotationLayer[];
}

export interface RotationLayer {
  name?: string;
  participants: OncallPerson[];
  /** Days since 1970-01-01. */
  startDay: number;
  endDay?: number;
  everyDays: number;
  /** Minutes since midnight; the weekday (Monday is 1) when turns are weeks. */
  handover: { weekday?: number; minutes: number };
  /** None: always in force. */
  restrictions: RotationRestriction[];
}

export interface RotationRestriction {
  /** Monday is 1. */
  days: number[];
  fromMinutes: number;
  /** On the next day when it is not after `fromMinutes`. */
  toMinutes: number;
}

export interface RotationOverride {
  level: number;
  from: number;
  to: number;
  /** Left out: nobody is on call. */
  person?: OncallPerson;
  reason?: string;
}
