export { argocdAdapter } from './argocdAdapter';
