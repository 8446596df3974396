/**
 * Test doubles of the delivery family.
 *
 * @packageDocumentation
 */
export * from './testUtils/deliveryServiceMock';
