export * from './describePolicy';
export * from './listPolicies';
export * from './readRemediationMetrics';
export * from './tallies';
