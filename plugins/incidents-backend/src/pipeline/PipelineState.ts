import type { LoggerService } from '@backstage/backend-plugin-api';
import type { IncidentRules } from '@ghostlight/plugin-incidents-common';
import type { CorrelatedAlert, Correlation } from '../correlation/Correlation';
import type { Graph } from '../graph/Graph';
import type { IncidentAnnouncer } from '../notifications/IncidentAnnouncer';
import type { AlertRow } from './AlertRow';
import { burnOf } from './burnOf';
import type { EpisodeRules } from './episodes/applyReport';
import { GroupBook } from './GroupBook';
import { EntityResolver, type TaughtMapping } from './resolve';
import {
  SilenceBook,
  type MaintenanceCalendar,
  type SilenceRule,
} from './suppression';

/** What the stages work with, whatever the batch. */
export interface PipelineTools {
  graph: Graph;
  rules: IncidentRules;
  announcer: IncidentAnnouncer;
  maintenance: MaintenanceCalendar;
  logger: LoggerService;
  /** Milliseconds without news after which an alert of an adapter is taken to be over. */
  silentAfterMs: Readonly<Record<string, number | undefined>>;
  /** Whether alerts of no known entity are looked at again, as the catalog may learn of it. */
  seekEntities: boolean;
  /** Whether what recovered is resolved as of when that was due. */
  resolvesOnTime: boolean;
  episodes: EpisodeRules;
}

/** What the reader knows by heart while it holds the lease. Made anew whenever it may be wrong. */
export class PipelineState {
  /** Counter `correlation` that this is as of. */
  revision = -1;
  silences = SilenceBook.create();
  resolver: EntityResolver;
  readonly groups: GroupBook;

  private constructor(
    readonly tools: PipelineTools,
    readonly correlation: Correlation,
  ) {
    this.groups = GroupBook.create({ rules: tools.rules.incidents.rules });
    this.resolver = this.resolverWith([]);
  }

  static create(options: {
    tools: PipelineTools;
    correlation: Correlation;
  }): PipelineState {
    return new PipelineState(options.tools, options.correlation);
  }

  /** Takes over what people taught and silenced. */
  learn(taught: TaughtMapping[], silences: SilenceRule[]): void {
    this.resolver = this.resolverWith(taught);
    this.silences = SilenceBook.create(silences);
  }

  /** Forgets a group: nothing joins it any more. */
  close(groupId: number): void {
    this.groups.close(groupId);
    this.correlation.drop(groupId);
  }

  private resolverWith(taught: TaughtMapping[]): EntityResolver {
    const { graph, rules } = this.tools;
    return EntityResolver.create({ graph, rules: rules.mapping, taught });
  }
}

/** An alert as correlation sees it. */
export function correlated(
  row: Pick<
    AlertRow,
    | 'id'
    | 'adapter'
    | 'name'
    | 'title'
    | 'entity_ref'
    | 'environment'
    | 'severity'
    | 'starts_at'
    | 'last_seen_at'
    | 'status'
  >,
  labels: Readonly<Record<string, string>>,
): CorrelatedAlert {
  return {
    id: row.id,
    adapter: row.adapter,
    name: row.name,
    title: row.title,
    entityRef: row.entity_ref ?? undefined,
    environment: row.environment ?? undefined,
    severity: row.severity,
    sloBurn: burnOf(row.adapter, labels),
    labels,
    startsAt: row.starts_at,
    lastAt: row.last_seen_at,
    status: row.status,
  };
}
