export { createFrontendClient, deliveryApiRef } from './deliveryApiRef';
