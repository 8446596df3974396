import { CustomErrorBase } from '@backstage/errors';
import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { say } from './say';

/** There is no plan to be made, and this is why. */
export class Refusal extends CustomErrorBase {
  name = 'Refusal' as const;

  private constructor(readonly sentence: Sentence) {
    super(sentence.text);
  }

  static of(
    code: string,
    text: string,
    params?: Record<string, string | number>,
  ): Refusal {
    return new Refusal(say(code, text, params));
  }
}
