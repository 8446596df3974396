/**
 * Adapters, on-call sources, notification channels and service reference of the incidents family.
 *
 * @packageDocumentation
 */
export * from './AlertEvent';
export * from './Adapter';
export * from './OncallSource';
export * from './NotificationChannel';
export * from './postNotification';
export * from './extensions';
export * from './vendors';
export * from './IncidentsService';
export * from './LanguageModel';
export * from './LogSource';
