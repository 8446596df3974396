export * from './createChangeFollower';
export * from './listChanges';
export * from './readVersions';
