import { RE2JS } from 're2js';

/** Nested counts multiply; RE2 itself allows 1,000 of one. */
const MAX_PROGRAM = 10_000;

/**
 * A pattern that takes time in proportion to the text, whatever it is: RE2 has no backtracking.
 *
 * @returns undefined when it is not a pattern, or too large a one
 */
export function readPattern(
  pattern: string,
): ((text: string) => boolean) | undefined {
  try {
    const compiled = RE2JS.compile(pattern);
    if (compiled.programSize() > MAX_PROGRAM) return undefined;
    return text => compiled.matches(text);
  } catch {
    return undefined;
  }
}
