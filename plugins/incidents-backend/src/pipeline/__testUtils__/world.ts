import {
  mockServices,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  defaultIncidentRules,
  type IncidentRules,
} from '@ghostlight/plugin-incidents-common';
import type {
  AlertEvent,
  ChangeEvent,
} from '@ghostlight/plugin-incidents-node';
import { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { Correlator } from '../../correlation';
import { CatalogGraph } from '../../graph';
import type { IncidentRow } from '../../incidents';
import { insertDeliveries } from '../../intake';
import type {
  IncidentAnnouncer,
  IncidentNews,
} from '../../notifications/IncidentAnnouncer';
import { readAlertRow, type AlertRow } from '../AlertRow';
import { isPostgres } from '../database/tuples';
import { Pipeline, type PipelineOptions } from '../Pipeline';

export const minute = 60_000;
export const start = Date.parse('2026-11-21T12:00:00Z');

/** A component with an owner. */
export function component(
  name: string,
  options: { dependsOn?: string[]; annotations?: Record<string, string> } = {},
): Entity {
  const { dependsOn = [], annotations } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: `${name}-team` },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${name}-team` },
      ...dependsOn.map(other => ({
        type: 'dependsOn',
        targetRef: `component:default/${other}`,
      })),
    ],
  };
}

/** A shop: storefront → checkout → payments → ledger; and search, which has nothing to do with it. */
export const shop: Entity[] = [
  component('storefront', { dependsOn: ['checkout'] }),
  component('checkout', { dependsOn: ['payments'] }),
  component('payments', { dependsOn: ['ledger'] }),
  component('ledger'),
  component('search'),
];

/** What a sender says of an alert of a service. */
export function firing(
  service: string,
  more: Partial<AlertEvent> = {},
): Omit<AlertEvent, 'raw'> {
  return {
    fingerprint: `${service}-errors`,
    status: 'firing',
    name: 'HighErrorRate',
    title: `${service} answers with errors`,
    severity: 'critical',
    startsAt: start,
    labels: { service },
    annotations: {},
    ...more,
  };
}

export function resolved(
  service: string,
  more: Partial<AlertEvent> = {},
): Omit<AlertEvent, 'raw'> {
  return firing(service, {
    status: 'resolved',
    endsAt: start + 5 * minute,
    ...more,
  });
}

const tables = [
  'deliveries',
  'inbox',
  'quarantine',
  'incidents',
  'groups',
  'alerts',
  'suppressions',
  'incident_entities',
  'timeline',
  'changes',
  'findings',
  'mappings',
  'silences',
  'notifications',
];

const made = new Map<string, Knex>();

/** One database for all tests of a file, emptied for each. */
async function emptyDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<Knex> {
  let db = made.get(id);
  if (!db) {
    made.set(id, (db = await databases.init(id)));
    await db.migrate.latest({
      directory: resolvePackagePath(
        '@ghostlight/plugin-incidents-backend',
        'migrations',
      ),
    });
    return db;
  }
  if (isPostgres(db)) {
    await db.raw(`truncate ${tables.join(', ')} restart identity`);
  } else {
    for (const table of [...tables, 'sqlite_sequence'])
      await db(table).delete();
  }
  await db('counters').update({ value: 0 });
  return db;
}

/** A tables-and-clock world in which a pipeline runs. */
export class World {
  now = start;
  readonly news: IncidentNews[] = [];
  readonly logger = mockServices.logger.mock();
  private serial = 0;

  private constructor(
    readonly db: Knex,
    readonly leases: Leases,
    readonly rules: IncidentRules,
    readonly graph: CatalogGraph,
    private readonly options: Partial<PipelineOptions>,
  ) {}

  static async create(
    databases: TestDatabases,
    id: TestDatabaseId,
    options: Partial<PipelineOptions> & { entities?: Entity[] } = {},
  ): Promise<World> {
    return World.on(await emptyDatabase(databases, id), options);
  }

  /** In a database that is migrated. */
  static async on(
    db: Knex,
    options: Partial<PipelineOptions> & { entities?: Entity[] } = {},
  ): Promise<World> {
    const logger = mockServices.logger.mock();
    const leases = await Leases.create({ database: db, logger });
    const { entities = shop, rules = defaultIncidentRules, ...rest } = options;
    return new World(
      db,
      leases,
      rules,
      CatalogGraph.fromEntities(entities),
      rest,
    );
  }

  /** Announces into `news`, and as often as it is committed into `notifications`. */
  readonly announcer: IncidentAnnouncer = {
    announce: async (trx, news) => {
      for (const { incident, kind, key, at } of news) {
        if (kind === 'changed') continue;
        await trx('notifications').insert({
          incident_number: incident,
          channel: 'test',
          kind,
          subject: kind,
          target: '{}',
          state: 'waiting',
          key: `${incident}:${key}`,
          created_at: at,
        });
      }
      this.news.push(...news);
    },
  };

  pipeline(options: Partial<PipelineOptions> = {}): Pipeline {
    const { db, leases, rules, graph, announcer } = this;
    return Pipeline.create({
      db,
      leases,
      rules,
      graph,
      announcer,
      correlation: () => Correlator.create({ graph, rules }),
      logger: this.logger,
      now: () => this.now,
      ...this.options,
      ...options,
    });
  }

  /** Puts reports into the inbox as intake does. */
  async send(
    events: Omit<AlertEvent, 'raw'>[],
    options: { adapter?: string; at?: number } = {},
  ): Promise<void> {
    const { adapter = 'alertmanager', at = this.now } = options;
    await this.append('alert', events, adapter, at);
  }

  async sendChanges(events: ChangeEvent[]): Promise<void> {
    await this.append('change', events, 'cloudevents', this.now);
  }

  async append(
    kind: 'alert' | 'change' | 'finding',
    events: object[],
    adapter: string,
    at: number,
  ) {
    this.serial += 1;
    await insertDeliveries(this.db, [
      {
        adapter,
        sender: 'test',
        key: `delivery-${this.serial}`,
        receivedAt: at,
        bytes: 1,
        headers: '{}',
        events: events.map(event => ({
          kind,
          event: JSON.stringify(event),
          raw: '{}',
        })),
        quarantined: [],
        quarantinedCount: 0,
        truncated: 0,
      },
    ]);
  }

  async alerts(): Promise<AlertRow[]> {
    return (await this.db('alerts').orderBy('id')).map(readAlertRow);
  }

  async incidents(): Promise<IncidentRow[]> {
    return this.db('incidents').orderBy('number');
  }

  /** Texts of the record of an incident, in order. */
  async timeline(number: number): Promise<string[]> {
    return this.db('timeline')
      .where('incident_number', number)
      .orderBy('id')
      .pluck('text');
  }

  async entities(number: number): Promise<Record<string, string>> {
    const rows = await this.db('incident_entities').where(
      'incident_number',
      number,
    );
    return Object.fromEntries(
      rows.map(row => [
        row.entity_ref.split('/')[1],
        row.role + (row.healthy_at === null ? '' : ', healthy'),
      ]),
    );
  }

  /** What the pipeline complained of. */
  complaints(): string[] {
    const { warn, error } = this.logger;
    return [...warn.mock.calls, ...error.mock.calls].map(([text]) => text);
  }

  /** Kinds that were told and committed, `1 opened`. */
  async told(): Promise<string[]> {
    const rows = await this.db('notifications').orderBy('id');
    return rows.map(row => `${row.incident_number} ${row.kind}`);
  }
}
