export { deliveryAdapter } from './deliveryAdapter';
