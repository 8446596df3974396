export * from './PagerDutySource';
export * from './readInstances';
