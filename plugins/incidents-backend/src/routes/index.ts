export { addInboxRoutes } from './addInboxRoutes';
export { addIncidentRoutes } from './addIncidentRoutes';
export { addLearningRoutes } from './addLearningRoutes';
export { addNotificationRoutes } from './addNotificationRoutes';
export { addOncallRoutes } from './addOncallRoutes';
export { addRecordRoutes } from './addRecordRoutes';
export { addRuleRoutes } from './addRuleRoutes';
export { addTriageRoutes } from './addTriageRoutes';
