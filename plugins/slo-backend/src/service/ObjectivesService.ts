import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  BurnAlert,
  Change,
  Correction,
  CorrectionRequest,
  DocumentFindings,
  Gate,
  Measurement,
  ObjectiveDetail,
  ObjectivePage,
  Override,
  OverrideRequest,
  PushResult,
  Sample,
  Series,
  Signals,
  Spent,
  Summary,
} from '@ghostlight/plugin-slo-common';
import type { ChangesRequest } from '../changes';
import type { SummaryKey } from './database/summarizeVerdicts';
import type { ObjectiveOrder } from './database/listVerdicts';
import type { ObjectiveFilter } from './database/whereMatches';
import type { Visibility } from './database/whereVisible';
import type { ObjectiveResource } from './objectiveRules';

/** Who asks, and (set by the authorising decorator) which objectives they may see. */
export interface CallOptions {
  credentials: BackstageCredentials;
  visible?: Visibility;
}

export type ListRequest = Omit<ObjectiveFilter, 'visible'> & {
  orderBy?: ObjectiveOrder;
  order?: 'asc' | 'desc';
  limit?: number;
  cursor?: string;
};

export interface SeriesRequest {
  ref: string;
  /** Epoch seconds. */
  from?: number;
  to?: number;
  points?: number;
}

export interface SummaryRequest {
  by: SummaryKey;
  limit?: number;
  cursor?: string;
}

export interface AlertsRequest {
  entityRef?: string;
  state?: 'firing' | 'resolved';
  after?: number;
  limit?: number;
}

/** Instants are epoch seconds. */
export interface MeasurementRequest {
  ref: string;
  from: number;
  to: number;
  /** `name=value` each. */
  label?: string[];
  /** Of the minutes that end at `to`, whole or not, where its source can tell. */
  latest?: boolean;
}

/** Instants are epoch seconds. */
export interface SpentRequest {
  entityRef: string[];
  from: number;
  to: number;
}

export interface CorrectionsRequest {
  entityRef?: string;
  kind?: Correction['kind'];
  /** Epoch seconds: those that overlap the span. */
  from?: number;
  to?: number;
}

export type RulesFormat = 'plain' | 'prometheusrule';

/**
 * What the slo family can tell and be told about objectives. Every answer comes from the database, but
 * for a measurement by labels.
 *
 * Entity refs may be short (`component:payments`); answers have full ones. Bad input is refused
 * with an `InputError` that names the field, unknown objectives with a `NotFoundError`.
 */
export interface ObjectivesService {
  list(request: ListRequest, options: CallOptions): Promise<ObjectivePage>;
  detail(ref: string, options: CallOptions): Promise<ObjectiveDetail>;
  series(request: SeriesRequest, options: CallOptions): Promise<Series>;
  summary(request: SummaryRequest, options: CallOptions): Promise<Summary>;
  gate(entityRef: string, options: CallOptions): Promise<Gate>;
  /** Prometheus rules of the entity's objectives, as YAML. */
  rules(
    entityRef: string,
    format: RulesFormat,
    options: CallOptions,
  ): Promise<string>;
  alerts(
    request: AlertsRequest,
    options: CallOptions,
  ): Promise<{ items: BurnAlert[]; last: number }>;
  findings(
    entityRef: string,
    options: CallOptions,
  ): Promise<DocumentFindings[]>;
  signals(entityRef: string, options: CallOptions): Promise<Signals>;
  /** What changed of an entity in a span, as the delivery plugin tells it. */
  changes(request: ChangesRequest, options: CallOptions): Promise<Change[]>;
  /** What an objective counts in a short span; with labels its source is asked. */
  measure(
    request: MeasurementRequest,
    options: CallOptions,
  ): Promise<Measurement>;
  /** What objectives of entities spent of their budgets in a span. */
  spent(request: SpentRequest, options: CallOptions): Promise<Spent[]>;

  /** Takes what it can of a batch and names the rest. */
  pushSamples(samples: Sample[], options: CallOptions): Promise<PushResult>;

  listCorrections(
    request: CorrectionsRequest,
    options: CallOptions,
  ): Promise<Correction[]>;
  createCorrection(
    request: CorrectionRequest,
    options: CallOptions,
  ): Promise<Correction>;
  deleteCorrection(id: string, options: CallOptions): Promise<void>;

  listOverrides(entityRef: string, options: CallOptions): Promise<Override[]>;
  createOverride(
    request: OverrideRequest,
    options: CallOptions,
  ): Promise<Override>;
  revokeOverride(id: string, options: CallOptions): Promise<void>;

  /** Whose something is, for a permission decision about it. */
  locate(
    subject:
      | { ref: string }
      | { entityRef: string }
      | { correctionId: string }
      | { overrideId: string },
  ): Promise<ObjectiveResource>;
}
