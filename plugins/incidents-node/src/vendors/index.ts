export * from './ianaZone';
export * from './readVendorInstance';
export * from './readVendorRotations';
export * from './VendorClient';
export * from './VendorError';
