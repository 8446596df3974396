import { incidentIdOf } from '@ghostlight/plugin-incidents-common';

/** Letters that are kept of a word: longer ones are found by their beginning. */
const longest = 64;
const oneWord = /inc-\d+|[\p{L}\p{N}]+/gu;

/** What an incident is found by. */
export interface Searchable {
  number: number;
  title: string;
  ownerRef: string | null;
  entityRefs: readonly string[];
}

/** The words by whose beginnings an incident is found: of its title, entities, owner and id. */
export function wordsOf(incident: Searchable): string[] {
  const { number, title, ownerRef, entityRefs } = incident;
  const id = incidentIdOf(number);
  return split(
    [
      title,
      // Alerts are named so: HighErrorRate is found by error too.
      title.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '),
      ownerRef ? nameOf(ownerRef) : '',
      id,
      id.slice('INC-'.length),
      String(number),
      ...entityRefs.map(nameOf),
    ].join(' '),
  );
}

/** The words of entities' names. */
export function wordsOfEntities(entityRefs: readonly string[]): string[] {
  return split(entityRefs.map(nameOf).join(' '));
}

/** The words of a text to look for. Of a full entity ref the name counts. */
export function wordsToFind(text: string): string[] {
  const words = split(text.split(/\s+/).map(nameOf).join(' '));
  // Who finds “payments” finds “pay”.
  return words.filter(
    word => !words.some(other => other !== word && other.startsWith(word)),
  );
}

/** Bounds of the words that begin like this: at least the first, below the second. */
export function beginningLike(word: string): [string, string] {
  // The last of all characters, and none that a word can have.
  return [word, `${word}\u{10ffff}`];
}

function nameOf(ref: string): string {
  return ref.replace(/^[^:/\s]+:[^/\s]+\/(?=.)/, '');
}

/** Words without case and accents, each once. */
function split(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(oneWord) ?? [];
  return [...new Set(words.map(word => [...word].slice(0, longest).join('')))];
}
