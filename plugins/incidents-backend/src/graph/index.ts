export type { Graph, GraphEntity, OwnerLink } from './Graph';
export { CatalogGraph } from './CatalogGraph';
export { GraphFollower, type GraphFollowerOptions } from './GraphFollower';
