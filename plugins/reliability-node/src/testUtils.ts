/**
 * Test doubles that know no family.
 *
 * @packageDocumentation
 */
export * from './vendors/testUtils/startVendorServer';
export * from './intake/testUtils/mutate';
