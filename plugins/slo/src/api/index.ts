export { createFrontendClient, sloApiRef } from './sloApiRef';
