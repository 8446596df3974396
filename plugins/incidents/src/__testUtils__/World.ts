import type {
  AdapterStatus,
  AlertDetail,
  Change,
  Finding,
  Channels,
  FollowUp,
  IncidentDetail,
  IncidentMetrics,
  IncidentsPaths,
  Mapping,
  NotificationRecord,
  Oncall,
  OncallTeam,
  Postmortem,
  QuarantinePage,
  RelatedIncident,
  Responder,
  Silence,
  TimelineEntry,
  Graph,
} from '@ghostlight/plugin-incidents-common';
import { FakePortal } from '@ghostlight/reliability-react/fakes';
import { someMetrics } from './metrics';

/** What the fake portal answers from; a test changes it as it likes. */
export class World {
  readonly portal = new FakePortal<IncidentsPaths>();
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

  constructor(
    /** Epoch milliseconds of all that has just happened. */
    readonly now: number,
  ) {
    this.metrics = someMetrics(now);
  }
}
