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
import { deliveryServiceRef } from '@ghostlight/plugin-delivery-node';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { runbooksServiceRef } from '@ghostlight/plugin-runbooks-node';
import { sloServiceRef } from '@ghostlight/plugin-slo-node';
import { createMetricsRouter } from '@ghostlight/reliability-node';
import { registerActions } from './actions';
import { createBackgroundWork } from './createBackgroundWork';
import { createServices } from './createServices';
import { ExtensionRegistry } from './ExtensionRegistry';
import {
  AdapterRegistry,
  createIntakeRouter,
  intakeAuthPolicy,
} from './intake';
import { renderMetrics } from './metrics';
import { readIncidentsConfig } from './readIncidentsConfig';
import { createRouter } from './router';
import { scheduleTriage } from './scheduleTriage';

/**
 * The incidents plugin: takes alerts in, makes incidents of them, says whose they are and what was
 * learned, under `/api/incidents`.
 *
 * @public
 */
export const incidentsPlugin = createBackendPlugin({
  pluginId: 'incidents',
  register(env) {
    const adapters = AdapterRegistry.create();
    const extensions = ExtensionRegistry.create({ adapters });
    env.registerExtensionPoint(incidentsExtensionPoint, extensions);

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
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        notifications: notificationService,
        runbooks: runbooksServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        slo: sloServiceRef,
      },
      async init(deps) {
        const { auditor, database, httpAuth, httpRouter } = deps;
        const { config: rootConfig } = deps;
        const config = readIncidentsConfig(rootConfig);
        adapters.prepare({ config: config.section, logger: deps.logger });
        const db = await database.getClient();
        const skipMigrations = database.migrations?.skip ?? false;
        if (!skipMigrations) {
          await db.migrate.latest({
            directory: resolvePackagePath(
              '@ghostlight/plugin-incidents-backend',
              'migrations',
            ),
          });
        }

        const work = await createBackgroundWork({
          ...deps,
          config,
          rootConfig,
          db,
          skipMigrations,
          adapters,
          extensions,
        });
        const { services, keepers } = createServices({
          ...deps,
          adapters,
          config,
          extensions,
          work,
        });

        registerActions({ ...deps, ...services });

        httpRouter.addAuthPolicy(intakeAuthPolicy);
        httpRouter.use(
          createIntakeRouter({
            ...deps,
            registry: adapters,
            intake: work.intake,
            maxBody: config.intake.maxBody,
          }),
        );
        // This answers for its own credentials: a person's cookie is no way in, a token may be.
        httpRouter.addAuthPolicy({
          path: '/metrics',
          allow: 'unauthenticated',
        });
        const { now } = work.context;
        httpRouter.use(
          createMetricsRouter({
            httpAuth,
            setting: 'incidents.metrics.token',
            token: config.metrics.token,
            render: () => renderMetrics(db, now()),
          }),
        );
        httpRouter.use(await createRouter({ services, httpAuth, auditor }));
        await scheduleTriage({ ...keepers, scheduler: deps.scheduler });
        await work.start();
      },
    });
  },
});
