import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { runbooksExtensionPoint } from '@ghostlight/plugin-runbooks-node';
import { readCommands } from './readCommands';
import { runCommand } from './runCommand';

/**
 * Adds `command:run` for the commands of `runbooks.commands` to the runbooks backend.
 *
 * @public
 */
export const runbooksModuleCommand = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'command',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        runbooks: runbooksExtensionPoint,
      },
      async init({ config, runbooks }) {
        const commands = readCommands(config);
        if (commands.size) runbooks.addAction(runCommand(commands));
      },
    });
  },
});
