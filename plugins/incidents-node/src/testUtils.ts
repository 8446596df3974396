/**
 * Test doubles of the incidents family.
 *
 * @packageDocumentation
 */
export * from './testUtils/incidentsServiceMock';
export * from './testUtils/startVendorServer';
