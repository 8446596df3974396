import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { deliveryExtensionPoint } from '@ghostlight/plugin-delivery-node';
import { incidentsServiceRef } from '@ghostlight/plugin-incidents-node';
import { sloServiceRef } from '@ghostlight/plugin-slo-node';
import { createMetricsRouter } from '@ghostlight/reliability-node';
import { registerActions } from './actions';
import { builtInAdapters } from './adapters';
import { createBackgroundWork } from './createBackgroundWork';
import { createServices } from './createServices';
import { ExtensionRegistry } from './ExtensionRegistry';
import { createChangesIntakeRouter } from './intake';
import { renderMetrics } from './metrics';
import { readDeliveryConfig } from './readDeliveryConfig';
import { createRouter } from './router';

/**
 * The delivery plugin: keeps what changed, says whether it may go out, and undoes it, under
 * `/api/delivery`.
 *
 * @public
 */
export const deliveryPlugin = createBackendPlugin({
  pluginId: 'delivery',
  register(env) {
    const extensions = ExtensionRegistry.create();
    builtInAdapters.forEach(adapter => extensions.addAdapter(adapter));
    env.registerExtensionPoint(deliveryExtensionPoint, extensions);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        incidents: incidentsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        slo: sloServiceRef,
      },
      async init(deps) {
        const { auditor, database, httpAuth, httpRouter, rootConfig } = deps;
        const config = readDeliveryConfig(rootConfig);
        const db = await database.getClient();
        const skipMigrations = database.migrations?.skip ?? false;
        if (!skipMigrations) {
          await db.migrate.latest({
            directory: resolvePackagePath(
              '@ghostlight/plugin-delivery-backend',
              'migrations',
            ),
          });
        }
        const work = await createBackgroundWork({
          ...deps,
          config,
          db,
          skipMigrations,
          extensions,
        });
        const services = createServices({ ...deps, config, db, work });
        registerActions({ ...deps, ...services });

        // These answer for their own credentials: a vendor's signature, a token, or none.
        httpRouter.addAuthPolicy({
          path: '/v1/changes',
          allow: 'unauthenticated',
        });
        httpRouter.addAuthPolicy({
          path: '/v1/gate/keys',
          allow: 'unauthenticated',
        });
        httpRouter.addAuthPolicy({
          path: '/metrics',
          allow: 'unauthenticated',
        });
        httpRouter.use(
          createChangesIntakeRouter({
            ...deps,
            adapters: extensions.adapters,
            sources: extensions.sources,
            config: config.section,
            db,
            feed: work.feed,
            now: work.rollbacks.now,
          }),
        );
        httpRouter.use(
          createMetricsRouter({
            httpAuth,
            setting: 'delivery.metrics.token',
            token: config.metrics.token,
            render: () => renderMetrics(db, work.rollbacks.now()),
          }),
        );
        httpRouter.use(await createRouter({ services, httpAuth, auditor }));
        await work.start();
      },
    });
  },
});
