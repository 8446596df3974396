import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { runbooksServiceRef } from '@ghostlight/plugin-runbooks-node';
import { sloServiceRef } from '@ghostlight/plugin-slo-node';
import { createCatalogLinkAction } from './actions/createCatalogLinkAction';
import { createRepositoryReadAction } from './actions/createRepositoryReadAction';
import { createRunbookWriteAction } from './actions/createRunbookWriteAction';
import { createSloWriteAction } from './actions/createSloWriteAction';

/**
 * Adds `ghostlight:repository:read`, `ghostlight:slo:write`, `ghostlight:runbook:write` and
 * `ghostlight:catalog:link` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleGhostlight = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'ghostlight',
  register(reg) {
    reg.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
        runbooks: runbooksServiceRef,
        slo: sloServiceRef,
      },
      async init({ scaffolder, catalog, config, reader, runbooks, slo }) {
        const integrations = ScmIntegrations.fromConfig(config);
        scaffolder.addActions(
          createRepositoryReadAction({ catalog, integrations, reader }),
          createSloWriteAction({ catalog, slo }),
          createRunbookWriteAction({ catalog, runbooks, slo }),
          createCatalogLinkAction(),
        );
      },
    });
  },
});
