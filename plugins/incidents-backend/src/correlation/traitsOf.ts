import type { CorrelatedAlert } from './Correlation';
import type { Rarity } from './Rarity';
import { labelPairs, wordsOf } from './words';

/** Words and label pairs of an alert, with how telling each is. */
export interface Traits {
  words: ReadonlyMap<string, number>;
  labels: ReadonlyMap<string, number>;
}

/** Of words that every alert has something counts too, or two such alerts would have nothing in common. */
const leastOfWord = 0.05;

export function traitsOf(alert: CorrelatedAlert, rarity: Rarity): Traits {
  return {
    words: new Map(
      wordsOf(alert.name, alert.title).map(word => [
        word,
        weightOfWord(word, rarity),
      ]),
    ),
    labels: new Map(
      labelPairs(alert.labels).map(pair => [pair, rarity.of(pair)]),
    ),
  };
}

export function weightOfWord(word: string, rarity: Rarity): number {
  return leastOfWord + rarity.of(word);
}
