export * from './DeliveryClient';
export * from './permissions';
export * from './signals';
export type * from './types';
