import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { EventParams } from '@backstage/plugin-events-node';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { SignalPayload } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { Outbox } from '@ghostlight/reliability-node';
import type { NotificationChannel } from '@ghostlight/plugin-incidents-node';
import type { Knex } from 'knex';
import { resolve } from 'node:path';
import {
  changeStatus,
  openIncident,
  type IncidentOpening,
} from '../../incidents';
import type { OncallReach } from '../../oncall/OncallReach';
import { Notifier, type IncidentNews } from '..';

/** What replicas share. */
export interface World {
  knex: Knex;
  clock: { now: number };
  /** Of `incidents.notifications`. */
  config?: JsonObject;
  channels?: NotificationChannel[];
  oncall?: OncallReach;
  entities?: Entity[];
}

export const team = 'group:default/payments-team';

export const nobodyOnCall: OncallReach = {
  reach: async () => ({ people: [], levels: 0 }),
};

/** Somebody on each level, each asked for five minutes. */
export function levels(...people: string[]): OncallReach {
  return {
    reach: async ({ level }) => ({
      levels: people.length,
      people: people[level - 1]
        ? [
            {
              userRef: `user:default/${people[level - 1]}`,
              name: people[level - 1],
            },
          ]
        : [],
      ...(level < people.length ? { escalatesAfterMs: 5 * 60_000 } : {}),
    }),
  };
}

/** Leaves the tables as they were when they were made. */
export async function forgetAll(knex: Knex): Promise<void> {
  for (const table of [
    'incidents',
    'incident_entities',
    'timeline',
    'notifications',
    'escalations',
    'channel_limits',
    'outbox',
  ])
    await knex(table).delete();
  await knex('counters').update({ value: 0 });
}

/** One replica's notifier on a database, and what it told others. */
export async function startNotifier(world: World) {
  const { knex, clock } = world;
  await knex.migrate.latest({
    directory: resolve(__dirname, '../../../migrations'),
  });
  const logger = mockServices.logger.mock();
  const outbox = await Outbox.create({
    database: knex,
    logger,
    clock: () => clock.now,
    pollInterval: 50,
  });
  const events: EventParams[] = [];
  const signals: SignalPayload[] = [];
  const portal: NotificationSendOptions[] = [];
  const notifier = Notifier.create({
    db: knex,
    outbox,
    rootConfig: mockServices.rootConfig({
      data: {
        app: { baseUrl: 'https://portal.example.com/' },
        incidents: { notifications: world.config ?? {} },
      },
    }),
    channels: world.channels ?? [],
    oncall: world.oncall ?? nobodyOnCall,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: world.entities ?? [] }),
    events: {
      publish: async event => void events.push(event),
      subscribe: async () => undefined,
    },
    notifications: {
      send: async notification => void portal.push(notification),
    },
    signals: {
      publish: async signal => void signals.push(signal as SignalPayload),
    },
    logger,
    now: () => clock.now,
  });

  const announce = (number: number, kind: IncidentNews['kind'], key?: string) =>
    knex.transaction(trx =>
      notifier.announce(trx, [
        { incident: number, kind, key: key ?? `${clock.now}`, at: clock.now },
      ]),
    );
  return {
    notifier,
    outbox,
    events,
    signals,
    portal,
    announce,
    /** Opens an incident and tells of it, in one transaction. */
    open: (opening: Partial<IncidentOpening> = {}) =>
      knex.transaction(async trx => {
        const number = await openIncident(trx, {
          title: 'Payments fail',
          severity: 'SEV1',
          source: 'rule',
          because: 'HighErrorRate fired on payments',
          startedAt: clock.now,
          now: clock.now,
          ownerRef: team,
          suspects: [
            {
              entityRef: 'component:default/payments',
              score: 0.9,
              confidence: 'high',
              evidence: [],
            },
          ],
          entities: [
            {
              entityRef: 'component:default/payments',
              role: 'origin',
              since: clock.now,
            },
            {
              entityRef: 'component:default/checkout',
              role: 'symptom',
              since: clock.now,
            },
          ],
          ...opening,
        });
        await notifier.announce(trx, [
          { incident: number, kind: 'opened', key: 'opened', at: clock.now },
        ]);
        return number;
      }),
    resolve: (number: number) =>
      knex.transaction(async trx => {
        await changeStatus(trx, {
          incident: number,
          to: 'resolved',
          now: clock.now,
        });
        await notifier.announce(trx, [
          {
            incident: number,
            kind: 'resolved',
            key: `${clock.now}`,
            at: clock.now,
          },
        ]);
      }),
    /** Changes columns of an incident and tells of it. */
    edit: (
      number: number,
      columns: Record<string, string | number | boolean | null>,
      kind: IncidentNews['kind'],
      key = `${clock.now}`,
    ) =>
      knex.transaction(async trx => {
        await trx('incidents').where({ number }).update(columns);
        await notifier.announce(trx, [
          { incident: number, kind, key, at: clock.now },
        ]);
      }),
  };
}
