export * from './describeDeployments';
export * from './getDeployment';
export * from './listChanges';
export * from './listDeployments';
export * from './listLanes';
export * from './readFeed';
export * from './readOverview';
