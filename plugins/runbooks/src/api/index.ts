export { createFrontendClient, runbooksApiRef } from './runbooksApiRef';
