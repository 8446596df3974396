import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import type { MetricKind } from '../series/kinds';

type Part<K extends keyof TriageCase> = NonNullable<TriageCase[K]>[number];

/** Something that may be at the bottom of it. Keyed by its one spelling. */
export interface Node {
  ref: string;
  /** Listed among the entities, or something was measured or recorded of it. */
  isKnown: boolean;
  entity?: Part<'entities'>;
}

export interface AlertFact {
  given: Part<'alerts'>;
  node?: string;
  at: number;
  until?: number;
  /** 0.2 (info) to 1 (critical). */
  weight: number;
}

export interface SeriesFact {
  given: Part<'metrics'>;
  node: string;
  kind: MetricKind;
  start: number;
  /** Milliseconds. */
  step: number;
}

export interface ChangeFact {
  given: Part<'changes'>;
  node?: string;
  at: number;
}

export interface LogFact {
  given: Part<'logs'>;
  node?: string;
  at: number;
  isError: boolean;
}

export interface ObjectiveFact {
  given: Part<'objectives'>;
  node: string;
}

/** A case with one spelling for each entity and epoch milliseconds, in an order of its own. */
export interface Facts {
  nodes: Map<string, Node>;
  /** What each depends on. */
  below: Map<string, string[]>;
  /** What depends on each. */
  above: Map<string, string[]>;
  edgeKinds: Map<string, string>;
  alerts: AlertFact[];
  series: SeriesFact[];
  changes: ChangeFact[];
  logs: LogFact[];
  objectives: ObjectiveFact[];
  runbooks: (Part<'runbooks'> & { node?: string })[];
  similar: (Part<'similar'> & { nodes: string[]; origin?: string })[];
  startedAt?: number;
  /** Nothing later is looked at. */
  at: number;
}
