import type {
  AdapterStatus,
  AlertCounts,
  AlertDetail,
  AlertPage,
  DryRun,
  Mapping,
  MappingRequest,
  QuarantinePage,
  Silence,
  SilenceRequest,
  SuppressionCause,
  TaughtMapping,
  UnsuppressRequest,
  Unsuppressed,
} from '@ghostlight/plugin-incidents-common';
import type { ListAlertsRequest } from '../alerts';
import type { RetryOutcome } from '../intake';
import type { AlertResource } from './alertRules';
import type { CallOptions } from './CallOptions';

/** Rules to be tried on what came in over a span, ISO 8601; the last day by default. */
export interface DryRunRequest {
  yaml: string;
  from?: string;
  to?: string;
}

/** Where a page of a list begins, and how long it is. */
export interface PageRequest {
  cursor?: string;
  limit?: number;
}

/**
 * What can be told and done about alerts and what came in, before and after it becomes an incident.
 * Unknown ids are refused with a `NotFoundError`.
 */
export interface InboxApi {
  list(request: ListAlertsRequest, options: CallOptions): Promise<AlertPage>;
  counts(options: CallOptions): Promise<AlertCounts>;
  detail(alertId: string, options: CallOptions): Promise<AlertDetail>;

  /** Undoes what keeps it quiet. */
  unsuppress(alertId: string, options: CallOptions): Promise<AlertDetail>;
  /**
   * The same for several, or for what one cause keeps quiet, 500 at most.
   *
   * @throws InputError unless it says which in one of the two ways
   */
  unsuppressMany(
    request: UnsuppressRequest,
    options: CallOptions,
  ): Promise<Unsuppressed>;
  /** What keeps firing alerts quiet. */
  suppressionCauses(options: CallOptions): Promise<SuppressionCause[]>;
  /** Declares it over. */
  resolve(alertId: string, options: CallOptions): Promise<AlertDetail>;

  adapters(options: CallOptions): Promise<AdapterStatus[]>;
  quarantine(
    request: PageRequest,
    options: CallOptions,
  ): Promise<QuarantinePage>;
  retryQuarantined(id: string, options: CallOptions): Promise<RetryOutcome>;
  discardQuarantined(id: string, options: CallOptions): Promise<void>;

  mappings(options: CallOptions): Promise<Mapping[]>;
  teachMapping(
    request: MappingRequest,
    options: CallOptions,
  ): Promise<TaughtMapping>;
  forgetMapping(id: string, options: CallOptions): Promise<void>;

  silences(
    request: { active?: boolean },
    options: CallOptions,
  ): Promise<Silence[]>;
  createSilence(
    request: SilenceRequest,
    options: CallOptions,
  ): Promise<Silence>;
  endSilence(id: string, options: CallOptions): Promise<void>;

  /** The rules in force. */
  rules(options: CallOptions): Promise<{ source: string; yaml: string }>;

  /**
   * Which incidents there would have been under other rules. Changes nothing.
   *
   * @throws ConflictError while another is under way here
   */
  dryRun(request: DryRunRequest, options: CallOptions): Promise<DryRun>;

  /** Whose alerts are, for permission decisions: in the order asked for, undefined where there is none. */
  locate(alertIds: string[]): Promise<(AlertResource | undefined)[]>;
}
