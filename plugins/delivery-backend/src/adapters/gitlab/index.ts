export { gitlabAdapter } from './gitlabAdapter';
