/**
 * Actions, extension point and service reference of the runbooks family.
 *
 * @packageDocumentation
 */
export * from './Action';
export * from './extensions';
export * from './RunbooksService';
export * from './vendor';
