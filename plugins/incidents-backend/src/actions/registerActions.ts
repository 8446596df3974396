import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DeliveryService } from '@ghostlight/plugin-delivery-node';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type {
  IncidentsApi,
  LearningApi,
  OncallApi,
  TriageApi,
} from '../service';
import { registerAddNoteAction } from './registerAddNoteAction';
import { registerChangesAction } from './registerChangesAction';
import { registerEvidenceAction } from './registerEvidenceAction';
import { registerGateAction } from './registerGateAction';
import { registerProposeAction } from './registerProposeAction';
import { registerRunbookSearchAction } from './registerRunbookSearchAction';
import { registerSimilarAction } from './registerSimilarAction';
import { registerSloStatusAction } from './registerSloStatusAction';
import { registerDeclareAction } from './registerDeclareAction';
import { registerGetAction } from './registerGetAction';
import { registerListAction } from './registerListAction';
import { registerMetricsAction } from './registerMetricsAction';
import { registerOncallAction } from './registerOncallAction';

/**
 * Registers what agents may do about incidents. Whoever works on one needs other families too, so what
 * is named `sre-…` is that set, each asked on the caller's behalf. They read, or add to the record;
 * none acts on the world.
 */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  delivery: DeliveryService;
  incidents: IncidentsApi;
  learning: LearningApi;
  oncall: OncallApi;
  runbooks: RunbooksService;
  slo: SloService;
  triage: TriageApi;
}): void {
  registerListAction(options);
  registerGetAction(options);
  registerEvidenceAction(options);
  registerSimilarAction(options);
  registerOncallAction(options);
  registerSloStatusAction(options);
  registerGateAction(options);
  registerChangesAction(options);
  registerRunbookSearchAction(options);
  registerProposeAction(options);
  registerMetricsAction(options);
  registerDeclareAction(options);
  registerAddNoteAction(options);
}
