import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Source } from './Source';

/**
 * Where modules add sources.
 *
 * @public
 */
export interface SloSourcesExtensionPoint {
  /** Throws when a source of that name is there already. */
  addSource(source: Source): void;
}

/**
 * Adds sources to the slo plugin.
 *
 * @public
 */
export const sloSourcesExtensionPoint =
  createExtensionPoint<SloSourcesExtensionPoint>({
    id: 'slo.sources',
  });
