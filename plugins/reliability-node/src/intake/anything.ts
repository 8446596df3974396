import { z } from 'zod';

/**
 * A field that may be missing, and of which anything is taken: what reads it looks for itself.
 *
 * @public
 */
export const anything = z.unknown().optional();
