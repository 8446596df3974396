import { repeatsOrders } from './directives';
import type { DropList, DropReason } from './Dropped';
import { findUnheld, speaksOf } from './holdText';
import {
  hasMarkup,
  hidesSomething,
  namesAddress,
  plainText,
} from './plainText';
import type { HeldRecord, RecordBook } from './RecordBook';

/** A statement that holds. */
export interface Statement {
  text: string;
  evidence: string[];
  /** Records hold it; else it is inferred. */
  supported: boolean;
}

const reasonOf: Record<string, DropReason> = {
  number: 'number-not-held',
  quote: 'quote-not-held',
  entity: 'unknown-entity',
  record: 'unknown-record',
};

/** Ids that are there, once each, in their order. */
export function knownIds(
  ids: string[],
  what: string,
  book: RecordBook,
  drops: DropList,
): string[] {
  const known: string[] = [];
  for (const given of ids.slice(0, 50)) {
    const id = given.trim();
    if (!book.get(id)) drops.add(what, 'unknown-record', given);
    else if (!known.includes(id)) known.push(id);
  }
  return known.slice(0, 20);
}

/**
 * Text of a model as it may be shown: one line, nothing unseen, no address, no markup. Hosts that records
 * hold are names of what is outside of the graph, and stay as words that nothing makes a link of.
 */
export function safeText(
  text: string,
  what: string,
  most: number,
  drops: DropList,
  cited: HeldRecord[] = [],
): string | undefined {
  const plain = quietHosts(plainText(text, most), cited);
  if (!/[\p{L}\p{N}]/u.test(plain)) return drops.add(what, 'empty');
  if (hasMarkup(plain)) return drops.add(what, 'markup');
  if (namesAddress(plain)) return drops.add(what, 'address');
  if (hidesSomething(text)) drops.add(what, 'unseen-characters');
  return plain;
}

/**
 * One statement with the records that it names. Dropped when it says what only a record can hold and no
 * record that it names does, or when it names records and none of them is there.
 */
export function checkStatement(
  said: { text: string; evidence: string[] },
  what: string,
  context: {
    book: RecordBook;
    drops: DropList;
    most?: number;
    /** Ids of records whose hosts it may name; those that it cites by default. */
    named?: string[];
  },
): Statement | undefined {
  const { book, drops, most = 600, named: ids = said.evidence } = context;
  const named = ids.flatMap(id => book.get(id.trim()) ?? []);
  const text = safeText(said.text, what, most, drops, named);
  if (text === undefined) return undefined;
  const plain = plainText(said.text, most);
  if (repeatsOrders(plain, book.orders))
    return drops.add(what, 'ordered-by-record');
  const disguised = disguisedIn(text);
  if (disguised) return drops.add(what, 'unknown-entity', disguised);
  const evidence = knownIds(said.evidence, what, book, drops);
  if (said.evidence.length && !evidence.length)
    return drops.add(what, 'no-record');
  const cited = evidence.map(id => book.get(id) as HeldRecord);
  const unheld = findUnheld(plain, cited, book);
  if (unheld) return drops.add(what, reasonOf[unheld.kind], unheld.found);
  const honest = cited.filter(record => !record.givesOrders);
  return { text, evidence, supported: speaksOf(plain, honest) };
}

const host =
  /(?<![\p{L}\p{N}@/\\:._%-])[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?![\p{L}\p{N}@/\\#_%-]|[:?]\S|\.[\p{L}\p{N}])/gu;

function quietHosts(text: string, cited: HeldRecord[]): string {
  const honest = cited.filter(record => !record.givesOrders);
  if (!honest.length) return text;
  return text.replace(host, found =>
    honest.some(record => record.text.includes(found.toLowerCase()))
      ? found.replaceAll('.', '·')
      : found,
  );
}

/** A word of Latin letters and of others that look like them; units of measurement are none. */
function disguisedIn(text: string): string | undefined {
  return text
    .match(/[\p{L}\p{N}]+/gu)
    ?.find(
      word =>
        /\p{Script=Latin}/u.test(word) &&
        /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(
          word.replace(/^\d*[μΩ]/u, ''),
        ),
    );
}
