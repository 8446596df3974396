/**
 * Machinery shared by the Ghostlight back ends; nothing here knows a family.
 *
 * @packageDocumentation
 */
export * from './openapi';
export * from './leases';
export * from './outbox';
export * from './http';
export * from './intake';
export * from './vendors';
export * from './permissions';
export * from './runs';
export * from './database';
export * from './statistics';
export * from './asking';
export * from './catalog';
