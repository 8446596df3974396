import type { Sentence } from '@ghostlight/plugin-incidents-common';
import { givesOrders } from './directives';
import { hasMarkup, namesAddress, plainText } from './plainText';

/**
 * Text of code that has words of records in it, as it may stand where an analysis stands: one line, no
 * address that anything makes a link of, no markup; `otherwise` where a record's words give orders.
 */
export function neutral(text: string, otherwise: string): string {
  const plain = plainText(text, 300);
  if (givesOrders(plain)) return otherwise;
  if (!namesAddress(plain) && !hasMarkup(plain)) return plain;
  return plain
    .replace(/[[\]()<>!`{}$&\\/@%~]+|:(?=\S)/g, '·')
    .replace(/\.(?=\p{L})|(?<=\p{L})\./gu, '·');
}

/** The same of a sentence and of what is filled into it. */
export function neutralSentence(said: Sentence): Sentence {
  const params = Object.entries(said.params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? neutral(value, '…') : value,
  ]);
  return {
    ...said,
    text: neutral(said.text, '…'),
    ...(said.params && { params: Object.fromEntries(params) }),
  };
}
