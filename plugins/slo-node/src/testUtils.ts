/**
 * Test doubles of the slo family.
 *
 * @packageDocumentation
 */
export * from './testUtils/fakeSource';
export * from './testUtils/sloServiceMock';
