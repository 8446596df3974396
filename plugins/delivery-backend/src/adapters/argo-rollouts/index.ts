export { argoRolloutsAdapter } from './argoRolloutsAdapter';
