/**
 * Drivers, sources, adapters, gate checks and service reference of the delivery family.
 *
 * @packageDocumentation
 */
export * from './ChangeAdapter';
export * from './ChangeReport';
export * from './ChangeSource';
export * from './DeliveryService';
export * from './Driver';
export * from './FeedFollower';
export * from './GateCheck';
export * from './MetricSource';
export * from './extensions';
