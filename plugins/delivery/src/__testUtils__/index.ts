export { entities, OWNER, ref } from './catalog';
export { ago, deployment, say } from './deployments';
export { someGate, somePlan, someRollback } from './plans';
export { testWorld } from './testWorld';
export type { World } from './World';
