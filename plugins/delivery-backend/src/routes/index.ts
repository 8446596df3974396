export { addChangeRoutes } from './addChangeRoutes';
export { addGateRoutes } from './addGateRoutes';
export { addRollbackRoutes } from './addRollbackRoutes';
export { addRolloutRoutes } from './addRolloutRoutes';
