import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { IncidentsApi, LearningApi, OncallApi } from '../service';
import { registerAddNoteAction } from './registerAddNoteAction';
import { registerDeclareAction } from './registerDeclareAction';
import { registerGetAction } from './registerGetAction';
import { registerListAction } from './registerListAction';
import { registerMetricsAction } from './registerMetricsAction';
import { registerOncallAction } from './registerOncallAction';

/**
 * Registers the family's actions. They read, or add to the record; each asks an authorising service.
 * None acts on the world.
 */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  incidents: IncidentsApi;
  learning: LearningApi;
  oncall: OncallApi;
}): void {
  registerListAction(options);
  registerGetAction(options);
  registerOncallAction(options);
  registerMetricsAction(options);
  registerDeclareAction(options);
  registerAddNoteAction(options);
}
