import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ChangesApi, GateApi, RollbacksApi } from '../service';
import { registerChangesAction } from './registerChangesAction';
import { registerGateAction } from './registerGateAction';
import { registerPlanAction } from './registerPlanAction';

/** Registers the family's actions. All of them only read; none applies anything. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  changes: ChangesApi;
  gate: GateApi;
  rollbacks: RollbacksApi;
}): void {
  registerChangesAction(options);
  registerGateAction(options);
  registerPlanAction(options);
}
