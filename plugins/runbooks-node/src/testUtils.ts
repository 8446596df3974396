/**
 * Test doubles of the runbooks family.
 *
 * @packageDocumentation
 */
export * from './testUtils/runbooksServiceMock';
