import type {
  AdapterStatus,
  AlertDetail,
  Change,
  Finding,
  Channels,
  FollowUp,
  IncidentDetail,
  IncidentMetrics,
  IncidentCluster,
  Mapping,
  NotificationRecord,
  Oncall,
  OncallTeam,
  Postmortem,
  QuarantinePage,
  RelatedIncident,
  Responder,
  Silence,
  Sentence,
  TimelineEntry,
  Triage,
  TriageRun,
  TriageSettings,
  TriageSpend,
  Graph,
} from '@ghostlight/plugin-incidents-common';
import { someMetrics } from './metrics';
import { TriagePortal } from './TriagePortal';
import { someClusters, someSettings, someSpend } from './triageSettings';

/** What the fake portal answers from; a test changes it as it likes. */
export class World {
  readonly portal = new TriagePortal();
  incidents: IncidentDetail[] = [];
  alerts: AlertDetail[] = [];
  changes: Change[] = [];
  findings: Finding[] = [];
  followUps: FollowUp[] = [];
  /** By incident id, the latest first. */
  timelines: Record<string, TimelineEntry[]> = {};
  graphs: Record<string, Graph> = {};
  related: Record<string, RelatedIncident[]> = {};
  responders: Record<string, Responder[]> = {};
  postmortems: Record<string, Postmortem> = {};
  /** By entity ref. */
  oncall: Record<string, Oncall> = {};
  quarantine: QuarantinePage['items'] = [];
  mappings: Mapping[] = [];
  silences: Silence[] = [];
  senders: AdapterStatus[] = [];
  teams: OncallTeam[] = [];
  channels: Channels = { items: [], routes: [] };
  notifications: NotificationRecord[] = [];
  metrics: IncidentMetrics;
  /** By incident id. */
  triages: Record<string, Triage> = {};
  /** The latest first. */
  runs: TriageRun[] = [];
  /** Why no model answers, in place of its suggestions. */
  unavailable?: Sentence;
  /** Milliseconds between the stages of an analysis. */
  pace = 0;
  clusters: IncidentCluster[];
  triageSettings: TriageSettings;
  triageSpend: TriageSpend;

  constructor(
    /** Epoch milliseconds of all that has just happened. */
    readonly now: number,
  ) {
    this.metrics = someMetrics(now);
    this.clusters = someClusters(now);
    this.triageSettings = someSettings(now);
    this.triageSpend = someSpend(now);
  }

  /** Adds a run, or puts it in the place of its former state. */
  keepRun(run: TriageRun): TriageRun {
    this.runs = this.runs.some(each => each.id === run.id)
      ? this.runs.map(each => (each.id === run.id ? run : each))
      : [run, ...this.runs];
    return run;
  }
}
