import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { Batch } from './Batch';
import { Belongings } from './Belongings';
import { DocumentProcessor } from './DocumentProcessor';
import { ghostlightCatalogModel } from './kinds';
import { DOCUMENTS_TOPIC } from './topic';

/**
 * Teaches the catalog the OpenSLO kinds, ErrorBudgetPolicy, Runbook, RemediationPolicy and
 * ChaosExperiment, and relates documents to what they are about, its owner and its system.
 *
 * @public
 */
export const catalogModuleGhostlight = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ghostlight',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        logger: coreServices.logger,
        catalog: catalogServiceRef,
        events: eventsServiceRef,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ auth, logger, catalog, events, model, processing }) {
        model.addModelSource(
          CatalogModelSources.static([ghostlightCatalogModel]),
        );

        // Provides nothing; a provider's connection is how one asks for entities to be refreshed.
        let connection: EntityProviderConnection | undefined;
        processing.addEntityProvider({
          getProviderName: () => 'ghostlight-documents',
          async connect(connected) {
            connection = connected;
          },
        });
        processing.addProcessor(
          DocumentProcessor.create({
            belongings: Belongings.create({ catalog, auth }),
            announcements: Batch.create({
              logger,
              async run(refs) {
                for (const ref of refs) {
                  await events.publish({
                    topic: DOCUMENTS_TOPIC,
                    eventPayload: { ref },
                  });
                }
              },
            }),
            refreshes: Batch.create({
              logger,
              run: async keys => connection?.refresh({ keys }),
            }),
            logger,
          }),
        );
      },
    });
  },
});
