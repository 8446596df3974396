import type { EvidenceItem } from '@ghostlight/plugin-incidents-common';

const longestTitle = 300;
const longestText = 2000;

type Entry = Omit<EvidenceItem, 'id' | 'text'> & { text?: string };

/** Numbers the records of one incident, and knows by which number a fact is cited. */
export class EvidenceBook {
  readonly items: EvidenceItem[] = [];
  private readonly ids = new Map<unknown, string>();

  private constructor() {}

  static create(): EvidenceBook {
    return new EvidenceBook();
  }

  /** Facts that are told by an item are cited by its id. */
  add({ title, text = '', truncated, ...entry }: Entry, ...facts: unknown[]) {
    const id = `E${this.items.length + 1}`;
    const isCut =
      truncated || title.length > longestTitle || text.length > longestText;
    this.items.push({
      id,
      ...entry,
      title: title.slice(0, longestTitle),
      text: text.slice(0, longestText),
      ...(isCut && { truncated: true }),
    });
    for (const fact of facts) this.ids.set(fact, id);
  }

  idOf(fact: unknown): string | undefined {
    return this.ids.get(fact);
  }

  /** Of those facts that are told, each id once, in order. */
  idsOf(facts: Iterable<unknown>): string[] {
    const found = new Set<string>();
    for (const fact of facts) {
      const id = this.ids.get(fact);
      if (id) found.add(id);
    }
    return [...found];
  }
}
