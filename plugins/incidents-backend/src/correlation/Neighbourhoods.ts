import type { Graph } from '../graph';
import { Reach } from './Reach';

const mostBelow = 500;
const mostAbove = 500;
/** What so many depend on says little about any of them. */
const hub = 64;
/** Refs of all that is remembered together. */
const mostRemembered = 1_500_000;

/** What entities reach over the graph, remembered until the graph changes. */
export class Neighbourhoods {
  private readonly below_ = new Map<string, Reach>();
  private readonly above_ = new Map<string, Reach>();
  private revision = -1;
  private remembered = 0;

  private constructor(
    private readonly graph: Graph,
    private readonly distance: number,
  ) {}

  static create(graph: Graph, distance: number): Neighbourhoods {
    return new Neighbourhoods(graph, distance);
  }

  /** All that it depends on, up to twice the distance, itself included. */
  below(ref: string): Reach {
    return (
      this.recall(this.below_, ref) ??
      this.remember(
        this.below_,
        ref,
        Reach.walk(ref, at => this.graph.dependenciesOf(at), {
          deepest: 2 * this.distance,
          most: mostBelow,
        }),
      )
    );
  }

  /** What depends on it within the distance, but not beyond what very many depend on. */
  above(ref: string): Reach {
    const dependentsOf = (at: string) => {
      const found = this.graph.dependentsOf(at);
      return at !== ref && found.length > hub ? [] : found;
    };
    return (
      this.recall(this.above_, ref) ??
      this.remember(
        this.above_,
        ref,
        Reach.walk(ref, dependentsOf, {
          deepest: this.distance,
          most: mostAbove,
        }),
      )
    );
  }

  /** From a ref to something below it, both ends included. */
  path(from: string, to: string): string[] {
    return this.below(from).pathTo(to);
  }

  private recall(cache: Map<string, Reach>, ref: string): Reach | undefined {
    if (this.revision !== this.graph.revision) {
      this.forget();
      this.revision = this.graph.revision;
    }
    return cache.get(ref);
  }

  private remember(
    cache: Map<string, Reach>,
    ref: string,
    reach: Reach,
  ): Reach {
    if (this.remembered > mostRemembered) this.forget();
    this.remembered += reach.refs.length;
    cache.set(ref, reach);
    return reach;
  }

  private forget(): void {
    this.below_.clear();
    this.above_.clear();
    this.remembered = 0;
  }
}
