export { alertmanagerAdapter } from './alertmanagerAdapter';
