export { githubAdapter } from './githubAdapter';
