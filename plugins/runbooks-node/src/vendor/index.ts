export * from './ActionRefusal';
export * from './createVendorAction';
export * from './inputs';
export * from './matchesPattern';
export * from './readVendorAccess';
export * from './Settling';
export * from './VendorAction';
