import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Source } from './Source';

/** Where modules add sources. */
export interface SloSourcesExtensionPoint {
  /** Throws when a source of that name is there already. */
  addSource(source: Source): void;
}

export const sloSourcesExtensionPoint =
  createExtensionPoint<SloSourcesExtensionPoint>({
    id: 'slo.sources',
  });
