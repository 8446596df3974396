import { CustomErrorBase } from '@backstage/errors';
import type { Sentence } from '@ghostlight/plugin-runbooks-common';

const longest = 1_000;

/**
 * It cannot be done, and this is why. Thrown while planning or before anything was changed.
 *
 * @public
 */
export class ActionRefusal extends CustomErrorBase {
  name = 'ActionRefusal' as const;

  private constructor(readonly sentence: Sentence) {
    super(sentence.text);
  }

  static of(sentence: Sentence): ActionRefusal {
    return new ActionRefusal(sentence);
  }
}

/**
 * Makes the sentences of a module: their codes begin with `action.<module>.`.
 *
 * @public
 */
export function sentencesOf(
  module: string,
): (
  code: string,
  text: string,
  params?: Record<string, string | number>,
) => Sentence {
  return (code, text, params) => ({
    code: `action.${module}.${code}`,
    text: text.length > longest ? `${text.slice(0, longest - 1)}…` : text,
    ...(params && { params }),
  });
}
