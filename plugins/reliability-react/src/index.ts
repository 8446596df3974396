/**
 * Shared UI of the Ghostlight screens, for both Backstage front-end systems.
 *
 * @packageDocumentation
 */
export * from './texts';
export * from './format';
export * from './status';
export * from './time';
export * from './chart';
export * from './burn';
export * from './state';
export * from './table';
export * from './query';
export * from './act';
export * from './catalog';
export * from './layout';
export * from './ui';
