import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { runbooksExtensionPoint } from '@ghostlight/plugin-runbooks-node';
import { Instances } from './cd/Instances';
import { readInstances } from './cd/readInstances';
import { sync } from './cd/sync';
import { terminate } from './cd/terminate';
import { readServers } from './workflows/readServers';
import { submit } from './workflows/submit';
import { WorkflowServers } from './workflows/WorkflowServers';

/**
 * Adds `argocd:sync` and `argocd:terminate` for the instances of `runbooks.argocd` (or `delivery.argocd`),
 * and `argo-workflows:submit` for the servers of `runbooks.argoWorkflows` to the runbooks backend.
 *
 * @public
 */
export const runbooksModuleArgo = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'argo',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        runbooks: runbooksExtensionPoint,
      },
      async init({ config, logger, runbooks }) {
        const read = readInstances(config);
        if (read.length) {
          const instances = Instances.create({ instances: read, logger });
          runbooks.addAction(sync(instances));
          runbooks.addAction(terminate(instances));
        }
        const servers = readServers(config);
        if (servers.length)
          runbooks.addAction(
            submit(WorkflowServers.create({ servers, logger })),
          );
      },
    });
  },
});
