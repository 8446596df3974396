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
import { incidentsServiceRef } from '@ghostlight/plugin-incidents-node';
import { runbooksExtensionPoint } from '@ghostlight/plugin-runbooks-node';
import { sloServiceRef } from '@ghostlight/plugin-slo-node';
import { createMetricsRouter } from '@ghostlight/reliability-node';
import { ActionDirectory } from './ActionDirectory';
import { builtInActions } from './actions';
import { createBackgroundWork } from './createBackgroundWork';
import { createServices } from './createServices';
import { registerActions } from './mcp';
import { renderMetrics } from './metrics';
import { readRunbooksConfig } from './readRunbooksConfig';
import { createRouter } from './router';

/**
 * The runbooks plugin: runs runbooks, and remediates by policies that know when to stop, under
 * `/api/runbooks`.
 *
 * @public
 */
export const runbooksPlugin = createBackendPlugin({
  pluginId: 'runbooks',
  register(env) {
    const actions = ActionDirectory.create();
    env.registerExtensionPoint(runbooksExtensionPoint, actions);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        delivery: deliveryServiceRef,
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
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, database, httpAuth, httpRouter, rootConfig } = deps;
        const config = readRunbooksConfig(rootConfig);
        const db = await database.getClient();
        const skipMigrations = database.migrations?.skip ?? false;
        if (!skipMigrations) {
          await db.migrate.latest({
            directory: resolvePackagePath(
              '@ghostlight/plugin-runbooks-backend',
              'migrations',
            ),
          });
        }
        for (const action of builtInActions(deps)) actions.addAction(action);
        const work = await createBackgroundWork({
          ...deps,
          actions,
          config,
          db,
          skipMigrations,
        });
        const services = createServices({ ...deps, config, work });
        registerActions({ ...deps, ...services });
        // It answers for its own credentials: a token of its own, or of a service.
        httpRouter.addAuthPolicy({
          path: '/metrics',
          allow: 'unauthenticated',
        });
        httpRouter.use(
          createMetricsRouter({
            httpAuth,
            setting: 'runbooks.metrics.token',
            token: config.metrics.token,
            render: () => renderMetrics(db, Date.now()),
          }),
        );
        httpRouter.use(await createRouter({ services, httpAuth, auditor }));
        await work.start();
      },
    });
  },
});
