export * from './ObjectivesService';
export { AuthorizedObjectivesService } from './AuthorizedObjectivesService';
export { DefaultObjectivesService } from './DefaultObjectivesService';
export * from './objectiveRules';
export { objectiveResources } from './locate';
export type { ServiceContext } from './ServiceContext';
