export * from './ianaZone';
export * from './readVendorInstance';
export * from './readVendorRotations';
