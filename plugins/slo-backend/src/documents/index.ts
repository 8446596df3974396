export { CatalogReader } from './CatalogReader';
export { Follower } from './Follower';
export { readBelongings, type Belonging } from './readBelongings';
export { shardOf } from './shardOf';
export type { ObjectiveChanges } from './database/storeObjectives';
export { subscribeToDocuments } from './subscribeToDocuments';
