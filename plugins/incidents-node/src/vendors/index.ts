export * from './ianaZone';
export * from './readVendorInstance';
export * from './readVendorRotations';
export * from './readLabelPairs';
export * from './readVendorHeaders';
