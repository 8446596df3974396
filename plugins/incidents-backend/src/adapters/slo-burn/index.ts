export { sloBurnAdapter } from './sloBurnAdapter';
