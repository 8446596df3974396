import { findAddresses } from './rules/addresses';
import { findEncoded } from './rules/encoded';
import { findEntropy } from './rules/entropy';
import { findFields } from './rules/fields';
import { findHeaders } from './rules/headers';
import { findMails } from './rules/mails';
import { findNumbers } from './rules/numbers';
import { findPeople } from './rules/people';
import { findPrivateKeys } from './rules/privateKeys';
import { findShortTokens, findTokens } from './rules/tokens';
import { findUrlPasswords } from './rules/urlPasswords';
import { joinedLines, wrappedLines } from './lines';
import { shadowOf, type Shadow } from './shadow';
import type { Span } from './spans';

/** Finds in a text as it is read; places and values are of that. Time grows with its length. */
export type Rule = (text: string, shadow: Shadow, depth: number) => Span[];

/** The first that finds something says what it is. */
const rules: Rule[] = [
  findPrivateKeys,
  findTokens,
  findUrlPasswords,
  findHeaders,
  findFields,
  findNumbers,
  findMails,
  findAddresses,
  findPeople,
  findEncoded,
  findEntropy,
];

/** What may go on in the next line. */
const acrossLines: Rule[] = [findTokens, findEncoded, findEntropy];

/**
 * Secrets and personal data in a text, also where it is encoded, escaped, wrapped or written with
 * characters that only look right.
 *
 * @param depth - how many encodings it was taken out of
 */
export function findSecrets(text: string, depth: number = 0): Span[] {
  const shadow = shadowOf(text);
  const found = apply(rules, shadow, depth);
  if (/[\r\n]/.test(shadow.text)) {
    const within = found.length;
    found.push(...apply(acrossLines, wrappedLines(shadow), depth));
    found.push(...apply([findShortTokens], joinedLines(shadow), depth));
    // Those that are longer than what was found of them in one line come first.
    return [...found.slice(within), ...found.slice(0, within)];
  }
  return found;
}

function apply(some: Rule[], shadow: Shadow, depth: number): Span[] {
  return some.flatMap(rule =>
    rule(shadow.text, shadow, depth).map(span => ({
      ...span,
      from: shadow.startOf(span.from),
      to: shadow.endOf(span.to - 1),
    })),
  );
}
