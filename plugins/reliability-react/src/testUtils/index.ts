/**
 * What the tests of Ghostlight's screens share. For Jest only; what a browser may load too is in
 * `/fakes`.
 *
 * @packageDocumentation
 */
export { expectAccessible } from './expectAccessible';
export { renderPlugin } from './renderPlugin';
export type { Language, ScreenOptions } from './renderPlugin';
export { serve } from './serve';
export { findSpanishProblems } from './translations';
export type { Nested } from './translations';
