import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ObjectivesService } from '../service';
import { registerGateAction } from './registerGateAction';
import { registerListBurningAction } from './registerListBurningAction';
import { registerStatusAction } from './registerStatusAction';

/** Registers the family's actions. All read only; each asks the authorising service. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  service: ObjectivesService;
}): void {
  registerStatusAction(options);
  registerGateAction(options);
  registerListBurningAction(options);
}
