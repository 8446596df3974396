import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { runbooksExtensionPoint } from '@ghostlight/plugin-runbooks-node';
import { Awx } from './awx/Awx';
import { launchJob } from './awx/launchJob';
import { readAwx, readRundeck } from './config/readJobs';
import { Rundeck } from './rundeck/Rundeck';
import { runJob } from './rundeck/runJob';

/**
 * Adds `rundeck:run-job` for the servers of `runbooks.rundeck` and `awx:launch-job` for those of
 * `runbooks.awx` to the runbooks backend.
 *
 * @public
 */
export const runbooksModuleJobs = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'jobs',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        runbooks: runbooksExtensionPoint,
      },
      async init({ config, logger, runbooks }) {
        const rundeck = readRundeck(config).map(server =>
          Rundeck.create({ config: server, logger }),
        );
        if (rundeck.length) runbooks.addAction(runJob(rundeck));
        const awx = readAwx(config).map(server =>
          Awx.create({ config: server, logger }),
        );
        if (awx.length) runbooks.addAction(launchJob(awx));
      },
    });
  },
});
