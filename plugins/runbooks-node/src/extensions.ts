import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Action } from './Action';

/**
 * Where modules add actions.
 *
 * @public
 */
export interface RunbooksExtensionPoint {
  /** @throws ConflictError when there is one of that id already */
  addAction(action: Action): void;
}

/**
 * Extends the runbooks plugin.
 *
 * @public
 */
export const runbooksExtensionPoint =
  createExtensionPoint<RunbooksExtensionPoint>({ id: 'runbooks.extensions' });
