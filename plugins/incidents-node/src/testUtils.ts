/**
 * Test doubles of the incidents family.
 *
 * @packageDocumentation
 */
export * from './testUtils/incidentsServiceMock';
