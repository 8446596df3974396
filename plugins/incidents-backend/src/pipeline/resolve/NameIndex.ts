import type { Graph, GraphEntity } from '../../graph/Graph';

/** Entities that a name is compared with, at most. */
const mostCompared = 200;
/** Postings of one trigram that are walked, at most: `-se` of ten thousand services tells nothing. */
const mostPostings = 2_000;

/** Entities by the three-letter pieces of their names, for names that are nearly theirs. */
export class NameIndex {
  private readonly pieces = new Map<string, number[]>();
  private readonly known: { entity: GraphEntity; pieces: Set<string> }[] = [];
  private readonly annotated = new Map<string, GraphEntity[]>();

  private constructor() {}

  static create(graph: Graph): NameIndex {
    const index = new NameIndex();
    for (const entity of graph.entities()) index.add(entity);
    return index;
  }

  /** Entities whose `backstage.io/kubernetes-id` it is. */
  byKubernetesId(name: string): readonly GraphEntity[] {
    return this.annotated.get(name) ?? [];
  }

  /** Those most like the name, with 0 to 1 (Sørensen and Dice, of trigrams), the most alike first. */
  like(name: string, limit: number): { entity: GraphEntity; alike: number }[] {
    const wanted = piecesOf(name);
    const shared = new Map<number, number>();
    const lists = [...wanted]
      .map(piece => this.pieces.get(piece) ?? [])
      .filter(list => list.length)
      .sort((a, b) => a.length - b.length);
    for (const list of lists) {
      if (list.length > mostPostings && shared.size) break;
      for (const at of list.slice(0, mostPostings))
        shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, mostCompared)
      .map(([at]) => {
        const { entity, pieces } = this.known[at];
        let same = 0;
        for (const piece of pieces) if (wanted.has(piece)) same += 1;
        return { entity, alike: (2 * same) / (pieces.size + wanted.size) };
      })
      .sort(
        (a, b) => b.alike - a.alike || (a.entity.ref < b.entity.ref ? -1 : 1),
      )
      .slice(0, limit);
  }

  private add(entity: GraphEntity): void {
    const at = this.known.length;
    const pieces = piecesOf(entity.name.toLowerCase());
    this.known.push({ entity, pieces });
    for (const piece of pieces) append(this.pieces, piece, at);
    const id = entity.annotations['backstage.io/kubernetes-id'];
    if (id) append(this.annotated, id.toLowerCase(), entity);
  }
}

function append<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function piecesOf(name: string): Set<string> {
  const padded = ` ${name.slice(0, 100).replace(/[^\p{L}\p{N}]+/gu, '-')} `;
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++)
    pieces.add(padded.slice(at, at + 3));
  return pieces;
}
