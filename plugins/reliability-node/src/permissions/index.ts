export { Authorizer } from './Authorizer';
export { isVisible, whereVisible, type Visibility } from './Visibility';
export * from './entityRules';
