/** Kinds that can have alerts, lower case. */
export const alertableKinds = ['component', 'resource', 'api', 'system'];

/** Kinds that the graph holds, lower case. */
export const graphKinds = [...alertableKinds, 'domain', 'group', 'user'];

/** Fields of an entity that the graph is made of. */
export const graphFields = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.annotations',
  'metadata.labels',
  'metadata.etag',
  'relations',
  'spec.type',
  'spec.profile.displayName',
];
