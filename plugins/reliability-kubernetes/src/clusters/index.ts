export { Clusters, type Place } from './Clusters';
export {
  findObjects,
  whereaboutsOf,
  type FoundObject,
  type Whereabouts,
} from './findObjects';
export { readClusters, type ClusterConfig } from './readClusters';
