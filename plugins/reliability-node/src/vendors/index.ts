export * from './VendorClient';
export * from './VendorError';
export type { VendorReply } from './readReply';
