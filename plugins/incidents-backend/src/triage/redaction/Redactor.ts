import { createHash } from 'node:crypto';
import { findSecrets } from './findSecrets';
import { redactionKinds, type RedactionKind } from './kinds';
import { isTelling, isWorthHiding } from './names';
import { mergeSpans, spare } from './spans';
import { matchesOf } from './matchesOf';

/** A text without what nobody outside may see, and how much was taken out of it, by kind. */
export interface Redacted {
  text: string;
  counts: Partial<Record<RedactionKind, number>>;
}

const replacement = new RegExp(
  `\\[(?:${redactionKinds.join('|')}) \\d{1,6}\\]`,
  'g',
);
const colours = new RegExp(
  `${String.fromCharCode(27)}\\[[0-9;]{0,20}[A-Za-z]`,
  'g',
);
/** All of it is seen. */
const plain = /^[ -~]*$/;
/** Taking out may bring together what was apart. */
const mostPasses = 4;
const short = 100;
const mostClean = 2_000;

/**
 * Takes secrets and personal data out of texts, in time that grows with their length. Equal values have
 * equal replacements as long as it is the same redactor, whatever text they are in; of the values
 * themselves only hashes are kept. Never throws.
 */
export class Redactor {
  private readonly names = new Map<string, string>();
  private readonly last = new Map<RedactionKind, number>();
  private readonly sums = new Map<RedactionKind, number>();
  /** Short texts without anything: names and values of labels come again and again. */
  private readonly clean = new Set<string>();

  private constructor() {}

  static create(): Redactor {
    return new Redactor();
  }

  /** Characters that nobody sees go too. What is redacted already stays as it is. */
  redact(text: string): Redacted {
    const counts: Redacted['counts'] = {};
    if (this.clean.has(text)) return { text, counts };
    let shown = visible(text);
    for (let pass = 0; pass < mostPasses; pass++) {
      const found = mergeSpans(findSecrets(shown));
      const spans = spare(found, replacementsIn(shown), shown);
      if (!spans.length) break;
      let at = 0;
      let out = '';
      for (const { from, to, kind, value } of spans) {
        out += shown.slice(at, from) + this.hide(kind, value);
        at = to;
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      shown = out + shown.slice(at);
    }
    if (shown === text && text.length <= short && this.clean.size < mostClean)
      this.clean.add(text);
    return { text: shown, counts };
  }

  /** A text that has a name, such as a label's: its value goes when the name tells of a secret. */
  redactNamed(name: string, text: string): string {
    const shown = visible(text);
    const kind = isTelling(name);
    return kind && isWorthHiding(shown, kind) && !isReplacement(shown)
      ? this.hide(kind.kind, shown)
      : this.redact(text).text;
  }

  /** What stands for a value that is known to be of a kind. */
  hide(kind: RedactionKind, value: string): string {
    this.sums.set(kind, (this.sums.get(kind) ?? 0) + 1);
    const key = createHash('sha256').update(value).digest('base64');
    let name = this.names.get(key);
    if (!name) {
      const number = (this.last.get(kind) ?? 0) + 1;
      this.last.set(kind, number);
      name = `[${kind} ${number}]`;
      this.names.set(key, name);
    }
    return name;
  }

  /** How much was taken out so far, the most first. */
  counts(): { kind: RedactionKind; count: number }[] {
    return [...this.sums]
      .map(([kind, count]) => ({ kind, count }))
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
  }
}

/** Without what is not seen: colours of terminals, controls, marks of no width, halves of characters. */
function visible(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(colours, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, found =>
      found === '\n' || found === '\t' || found === '\r' ? found : '',
    );
}

function replacementsIn(text: string): { from: number; to: number }[] {
  if (!text.includes('[')) return [];
  return matchesOf(text, replacement).map(found => ({
    from: found.index,
    to: found.index + found[0].length,
  }));
}

function isReplacement(text: string): boolean {
  const [first] = replacementsIn(text);
  return first?.from === 0 && first.to === text.length;
}
