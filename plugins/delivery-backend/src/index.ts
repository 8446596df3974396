/**
 * The back end of the delivery family.
 *
 * @packageDocumentation
 */
export { deliveryPlugin as default } from './plugin';
export {
  createReleaseConditionalDecision,
  releaseConditions,
  type ReleaseCondition,
  type ReleaseResource,
} from './service';
