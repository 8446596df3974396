export * from './IncidentSpans';
export * from './attributeMinutes';
export * from './createChangeFollower';
export * from './listChanges';
export * from './readVersions';
