import type { ChangeFact } from '../facts';
import type { LogFinding, Trouble } from '../findings';

/** What each ranker says of a candidate, 0 to 1. Keys are stable: trained models refer to them. */
export const partNames = [
  'resource',
  'symptom',
  'loudness',
  'coverage',
  'walk',
  'early',
  'change',
  'changed',
  'logs',
  'mentioned',
  'history',
  'specific',
  'alerted',
  'drop',
  'hidden',
] as const;

export type PartName = (typeof partNames)[number];
export type Parts = Record<PartName, number>;

export interface Candidate {
  ref: string;
  trouble?: Trouble;
  parts: Parts;
  /** The change that would explain it best. */
  change?: ChangeFact;
  /** Others in trouble that depend on it, with hops, the nearest first. */
  explains: Map<string, number>;
  /** Logs of others that name it. */
  mentions: LogFinding[];
  /** Of it, what is below also explains; 0 to 1. */
  explained: number;
  score: number;
}
