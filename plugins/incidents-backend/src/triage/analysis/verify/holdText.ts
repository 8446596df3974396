import { numbersIn, readable, type WrittenNumber } from './numbers';
import type { HeldRecord, RecordBook } from './RecordBook';

/** What of a text no record holds. */
export interface Unheld {
  kind: 'number' | 'quote' | 'entity' | 'record';
  found: string;
}

/** Words with digits that everybody uses. */
const common =
  /^(?:p\d{1,2}(?:\.\d+)?|[1-5]xx|http[12s]?|http\/[123](?:\.\d)?|ipv[46]|k8s|sev[1-4]|utf-?8|oauth2|sha-?256|base64|s3|ec2|x86|h2|i18n|e2e|log4j|top-?\d)$/;

/**
 * Looks at what a text says that only a record can hold: numbers, times, quotes, refs of entities, ids of
 * records. Nothing is given back when the cited records, the graph and the ids hold all of it.
 */
export function findUnheld(
  text: string,
  cited: HeldRecord[],
  book: RecordBook,
): Unheld | undefined {
  const plain = readable(text);
  for (const quote of quotesIn(plain)) {
    const wanted = quote.toLowerCase();
    if (!book.isName(wanted) && !cited.some(one => one.text.includes(wanted)))
      return { kind: 'quote', found: quote };
  }
  for (const [ref] of plain.matchAll(
    /(?<![\w:/.-])[a-z][a-z0-9-]*:[a-z0-9_.-]+\/[\w.-]*\w/gi,
  )) {
    if (!book.entityOf(ref)) return { kind: 'entity', found: ref };
  }
  const { numbers, clocks, instants, names } = numbersIn(plain);
  for (const name of names) {
    const wanted = name.toLowerCase();
    if (/^[ef]\d+$/.test(wanted)) {
      if (!book.get(wanted.toUpperCase()))
        return { kind: 'record', found: name };
    } else if (
      !common.test(wanted) &&
      !book.isName(wanted) &&
      !cited.some(one => one.text.includes(wanted))
    )
      return { kind: 'number', found: name };
  }
  for (const clock of clocks) {
    const wanted = clock.padStart(clock.length > 5 ? 8 : 5, '0');
    if (!cited.some(one => [...one.clocks].some(at => at.startsWith(wanted))))
      return { kind: 'number', found: clock };
  }
  for (const instant of instants) {
    const at = Date.parse(instant);
    const near = /T|:/.test(instant) ? 60_000 : 86_400_000;
    const held = cited.some(one =>
      one.instants.some(known => Math.abs(known - at) < near),
    );
    if (!held) return { kind: 'number', found: instant };
  }
  // A text may be read in two ways; one that holds is enough.
  const unheld = new Map<string, boolean>();
  for (const one of numbers) {
    const held = isHeld(one, cited);
    unheld.set(one.text, (unheld.get(one.text) ?? true) && !held);
  }
  for (const [found, is] of unheld) if (is) return { kind: 'number', found };
  return undefined;
}

/** As it stands in a record, rounded, as a percentage of a share, or in another unit of time. */
function isHeld(one: WrittenNumber, cited: HeldRecord[]): boolean {
  return cited.some(record =>
    record.numbers.some(known => {
      const factors = [1];
      if (one.percent && !known.percent) factors.push(100);
      if (known.percent && !one.percent && Math.abs(one.value) <= 1)
        factors.push(0.01);
      if (one.seconds) {
        if (known.seconds) factors[0] = known.seconds / one.seconds;
        else factors.push(1 / one.seconds, 1 / (1000 * one.seconds));
      }
      return factors.some(
        factor =>
          Math.abs(one.value - known.value * factor) <= one.slack + 1e-9,
      );
    }),
  );
}

/** What stands between marks of quotation. An apostrophe is none. */
export function quotesIn(text: string): string[] {
  const pairs = [
    /"([^"]{3,})"/g,
    /“([^”]{3,})”/g,
    /«\s?([^»]{3,}?)\s?»/g,
    /„([^“”]{3,})[“”]/g,
    /`([^`]{2,})`/g,
    /(?<![\p{L}\p{N}])['‘]([^'’]{3,}(?:['’]\p{L}[^'’]*)*)['’](?![\p{L}\p{N}])/gu,
  ];
  return pairs
    .flatMap(pair => [...text.matchAll(pair)])
    .map(([, quote]) => quote.replace(/[.,;:…]+$/, '').trim())
    .filter(quote => quote.length > 0);
}

/** Whether records speak of what a text speaks of, and not of other things alone. */
export function speaksOf(text: string, cited: HeldRecord[]): boolean {
  const words = new Set(
    readable(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? [],
  );
  return cited.some(({ text: record }) =>
    [...words].some(word => record.includes(word)),
  );
}
