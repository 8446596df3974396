import {
  createServiceFactory,
  type BackendFeature,
  type ServiceRef,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { silentLogger as logger } from '../../shared/silentLogger';
import { incidentsPlugin } from '../../../plugins/incidents-backend/src/plugin';

/** The plugin with real HTTP on a database; other plugins answer from memory. */
export class IncidentsBackend {
  private constructor(
    private readonly backend: Awaited<ReturnType<typeof startTestBackend>>,
    readonly baseUrl: string,
  ) {}

  static async start(options: {
    knex: Knex;
    entities: Entity[];
    /** The scheduler, and what else is to be in it. */
    features: BackendFeature[];
  }): Promise<IncidentsBackend> {
    const { knex, entities, features } = options;
    const backend = await startTestBackend({
      features: [
        incidentsPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'https://portal.example.com' } },
        }),
        provide(notificationService, { send: async () => {} }),
        provide(signalsServiceRef, { publish: async () => {} }),
        provide(
          actionsRegistryServiceRef,
          actionsRegistryServiceMock({ logger }),
        ),
        ...features,
      ],
    });
    const port = backend.server.port();
    const baseUrl = `http://127.0.0.1:${port}/api/incidents`;
    return new IncidentsBackend(backend, baseUrl);
  }

  async stop() {
    await this.backend.stop();
  }
}

function provide<T extends object>(service: ServiceRef<T, 'plugin'>, made: T) {
  return createServiceFactory({ service, deps: {}, factory: () => made });
}
