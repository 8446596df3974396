/**
 * Fakes of Ghostlight's APIs for tests and dev apps.
 *
 * @packageDocumentation
 */
export { Refusal } from './Contract';
export type {
  Answers,
  Asked,
  BodyOf,
  ContentOf,
  Methods,
  SuccessOf,
} from './Contract';
export { FakePortal } from './FakePortal';
export type { PortalFailure } from './FakePortal';
