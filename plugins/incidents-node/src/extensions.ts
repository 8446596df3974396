import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Adapter } from './Adapter';
import type { LanguageModel } from './LanguageModel';
import type { LogSource } from './LogSource';
import type { NotificationChannel } from './NotificationChannel';
import type { OncallSource } from './OncallSource';

/**
 * Where modules add adapters, on-call sources, notification channels, log sources and a model.
 *
 * @public
 */
export interface IncidentsExtensionPoint {
  /** Throws when an adapter of that id is there already. */
  addAdapter(adapter: Adapter): void;
  /** Throws when a source of that name is there already. */
  addOncallSource(source: OncallSource): void;
  /** Throws when a channel of that name is there already. */
  addChannel(channel: NotificationChannel): void;
  /** Throws when a source of that name is there already. */
  addLogSource(source: LogSource): void;
  /** Throws when there is a model already. */
  setLanguageModel(model: LanguageModel): void;
}

/**
 * Extends the incidents plugin.
 *
 * @public
 */
export const incidentsExtensionPoint =
  createExtensionPoint<IncidentsExtensionPoint>({ id: 'incidents.extensions' });
