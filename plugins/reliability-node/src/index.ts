/**
 * Machinery shared by the Ghostlight back ends; nothing here knows a family.
 *
 * @packageDocumentation
 */
export * from './openapi';
export * from './leases';
export * from './outbox';
export * from './http';
