import { z, type ZodString } from 'zod';

/**
 * A text of an input, on as many lines as it likes, without control characters that databases and
 * terminals do not bear.
 *
 * @public
 */
export function plainText(most: number): ZodString {
  return z
    .string()
    .max(most)
    .regex(/^(?:[\n\t]|\P{Cc})*$/u, 'has control characters');
}

/**
 * The same on one line, and not empty.
 *
 * @public
 */
export function plainLine(most: number): ZodString {
  return z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'has control characters or line breaks');
}
