export { cdeventsAdapter } from './cdeventsAdapter';
