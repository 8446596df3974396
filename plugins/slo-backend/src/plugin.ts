import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { deliveryServiceRef } from '@ghostlight/plugin-delivery-node';
import { incidentsServiceRef } from '@ghostlight/plugin-incidents-node';
import { sloSourcesExtensionPoint } from '@ghostlight/plugin-slo-node';
import { createMetricsRouter } from '@ghostlight/reliability-node';
import { registerActions } from './actions';
import { createBackgroundWork } from './createBackgroundWork';
import { renderMetrics } from './metrics';
import { readSloConfig } from './readSloConfig';
import { createRouter } from './router';
import {
  AuthorizedObjectivesService,
  DefaultObjectivesService,
  objectiveResources,
  objectiveResourceType,
} from './service';
import { SourceRegistry } from './SourceRegistry';

/**
 * The slo plugin: follows documents in the catalog, measures their objectives, and answers for
 * their budgets under `/api/slo`.
 *
 * @public
 */
export const sloPlugin = createBackendPlugin({
  pluginId: 'slo',
  register(env) {
    const registry = SourceRegistry.create();
    env.registerExtensionPoint(sloSourcesExtensionPoint, registry);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        delivery: deliveryServiceRef,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        incidents: incidentsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { auditor, database, httpAuth, httpRouter } = deps;
        const { permissions, permissionsRegistry } = deps;
        const config = readSloConfig(deps.config);
        const db = await database.getClient();
        const skipMigrations = database.migrations?.skip ?? false;
        if (!skipMigrations) {
          await db.migrate.latest({
            directory: resolvePackagePath(
              '@ghostlight/plugin-slo-backend',
              'migrations',
            ),
          });
        }

        const work = await createBackgroundWork({
          ...deps,
          config,
          db,
          skipMigrations,
          sources: registry.sources,
        });

        permissionsRegistry.addResourceType({
          ...objectiveResourceType,
          getResources: refs => objectiveResources(db, refs),
        });
        const service = AuthorizedObjectivesService.create({
          inner: DefaultObjectivesService.create(work.context),
          permissions,
          permissionsRegistry,
        });
        registerActions({ actionsRegistry: deps.actionsRegistry, service });

        // These answer for their own credentials: a person's cookie is no way in, a token may be.
        httpRouter.addAuthPolicy({
          path: '/metrics',
          allow: 'unauthenticated',
        });
        httpRouter.use(
          createMetricsRouter({
            httpAuth,
            setting: 'slo.metrics.token',
            token: config.metrics.token,
            render: () => renderMetrics(db, config.metrics.maxObjectives),
          }),
        );
        httpRouter.use(await createRouter({ service, httpAuth, auditor }));
        await work.start();
      },
    });
  },
});
