import type { AuthService } from '@backstage/backend-plugin-api';
import type { DeliveryService } from '@ghostlight/plugin-delivery-node';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import { message } from './message';
import { rollback } from './rollback';

/** What other families can do, as actions. */
export function builtInActions(options: {
  auth: AuthService;
  delivery: DeliveryService;
  incidents: IncidentsService;
}): Action[] {
  return [rollback(options), message(options)];
}
