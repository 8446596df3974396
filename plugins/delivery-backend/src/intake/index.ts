export * from './createChangesIntakeRouter';
export * from './readDelivery';
