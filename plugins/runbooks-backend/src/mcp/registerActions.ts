import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ExecutionsApi, RunbooksApi } from '../service';
import { registerPlanAction } from './registerPlanAction';
import { registerSearchAction } from './registerSearchAction';

/** Registers the family's actions. All of them only read; none runs, approves or switches anything. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  executions: ExecutionsApi;
  runbooks: RunbooksApi;
}): void {
  registerSearchAction(options);
  registerPlanAction(options);
}
