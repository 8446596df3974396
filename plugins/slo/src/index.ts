/**
 * The slo screens for apps on the legacy frontend system; the New Frontend System takes `/alpha`.
 *
 * @packageDocumentation
 */
export {
  EntitySloCard,
  EntitySloContent,
  ReliabilityPage,
  sloPlugin,
} from './plugin';
export { sloApiRef } from './api';
export { sloTranslationRef } from './translation';
