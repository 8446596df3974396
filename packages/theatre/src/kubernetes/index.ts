export { KubernetesApi, type KubernetesApiOptions } from './KubernetesApi';
export type { ServiceEndpoints } from './controllers/Endpoints';
export type { PodFacts } from './controllers/ReplicaSetController';
export type { RolledOut, RunningImages } from './controllers/Rollouts';
export type { KubeObject } from './objects';
export { everything, type AccessRule, type Account } from './server/Access';
export type { Fault } from './server/Faults';
