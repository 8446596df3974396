import type { AlertFact, Facts, LogFact, ObjectiveFact } from '../facts/Facts';
import type { Deviation } from '../series/Deviation';
import type { Onset } from '../series/onsetOf';

export interface LogFinding {
  log: LogFact;
  template: string;
  count: number;
  before?: number;
  /** 0 to 1: new, or so much more frequent than before. */
  novelty: number;
  /** Other entities that the text names. */
  mentions: string[];
}

/** What is wrong with one entity, each part 0 to 1. */
export interface Trouble {
  node: string;
  /** The bad ones of its series, the strongest first; of each kind the strongest alone counts. */
  deviations: Deviation[];
  alerts: AlertFact[];
  logs: LogFinding[];
  objectives: ObjectiveFact[];
  /** A resource of its own is in trouble. */
  cause: number;
  /** What its callers see is in trouble. */
  symptom: number;
  /** Less is asked of it than before. */
  drop: number;
  /** New errors in its logs. */
  logged: number;
  alerted: number;
  /** Of its loudest series, not bounded. */
  loud: number;
  /** All in all. */
  all: number;
  /** Epoch milliseconds of the first sign. */
  began?: number;
  /** Whether anything is measured of it, so that silence means something. */
  isMeasured: boolean;
}

export interface Findings {
  facts: Facts;
  onset: Onset;
  /** Of all series, the strongest first. */
  deviations: Deviation[];
  logs: LogFinding[];
  troubles: Map<string, Trouble>;
  /** Entities that have series. */
  measured: Set<string>;
  /** Series that were compared, and those that were too short. */
  compared: number;
  tooShort: number;
}
