import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ChangeAdapter } from './ChangeAdapter';
import type { ChangeSource } from './ChangeSource';
import type { Driver } from './Driver';
import type { GateChecker } from './GateCheck';
import type { MetricSource } from './MetricSource';

/**
 * Where modules add what they bring. Each throws when there is one of that id already.
 *
 * @public
 */
export interface DeliveryExtensionPoint {
  addAdapter(adapter: ChangeAdapter): void;
  addSource(source: ChangeSource): void;
  addDriver(driver: Driver): void;
  addMetricSource(source: MetricSource): void;
  addGateChecker(checker: GateChecker): void;
}

/**
 * Extends the delivery plugin.
 *
 * @public
 */
export const deliveryExtensionPoint =
  createExtensionPoint<DeliveryExtensionPoint>({ id: 'delivery.extensions' });
