import type { AuthService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { defaultIncidentRules } from '@ghostlight/plugin-incidents-common';
import { Leases, Outbox } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { Correlator } from '../../../plugins/incidents-backend/src/correlation';
import type { Graph } from '../../../plugins/incidents-backend/src/graph';
import { Notifier } from '../../../plugins/incidents-backend/src/notifications';
import type { OncallReach } from '../../../plugins/incidents-backend/src/oncall/OncallReach';
import { Pipeline } from '../../../plugins/incidents-backend/src/pipeline';
import { silentLogger as logger } from '../../shared/silentLogger';

/** The pipeline with the notifier, which puts into the outbox what nobody sends here. */
export async function createPipeline(options: {
  db: Knex;
  graph: Graph;
  now: () => number;
}): Promise<Pipeline> {
  const { db, graph } = options;
  const rules = defaultIncidentRules;
  const announcer = Notifier.create({
    ...options,
    logger,
    outbox: await Outbox.create({ database: db, logger }),
    rootConfig: new ConfigReader({
      app: { baseUrl: 'https://portal.example.com' },
    }),
    channels: [],
    oncall: unasked<OncallReach>('on-call'),
    auth: unasked<AuthService>('auth'),
    catalog: unasked<CatalogService>('catalog'),
    events: DefaultEventsService.create({ logger }),
    notifications: unasked<NotificationService>('notifications'),
    signals: unasked<SignalsService>('signals'),
  });
  return Pipeline.create({
    ...options,
    leases: await Leases.create({ database: db, logger }),
    correlation: () => Correlator.create({ graph, rules }),
    ...{ announcer, logger, rules },
  });
}

/** What only sending needs. */
function unasked<T extends object>(what: string): T {
  return new Proxy({} as T, {
    get() {
      throw new Error(`Nobody asks for ${what} here`);
    },
  });
}
