export * from './CanaryTest';
export * from './Counts';
export * from './judgeReadings';
export * from './MetricReader';
export * from './metrics';
export * from './burn';
export * from './ObjectiveReader';
