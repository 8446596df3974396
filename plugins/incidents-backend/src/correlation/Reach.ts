/** Refs near one in the order of their distance, itself first; small, because there is one for each entity. */
export class Reach {
  private constructor(
    readonly refs: readonly string[],
    private readonly hops: Uint8Array,
    private readonly via: Uint16Array,
    private readonly places: ReadonlyMap<string, number> | undefined,
  ) {}

  /** Walks from a start over what is next to each, breadth first. */
  static walk(
    start: string,
    next: (ref: string) => readonly string[],
    { deepest, most }: { deepest: number; most: number },
  ): Reach {
    const places = new Map([[start, 0]]);
    const refs = [start];
    const hops = [0];
    const via = [0];
    // Grows while it is walked.
    for (let at = 0; at < refs.length && hops[at] < deepest; at++)
      for (const other of next(refs[at])) {
        if (refs.length >= most) break;
        if (places.has(other)) continue;
        places.set(other, refs.length);
        refs.push(other);
        hops.push(hops[at] + 1);
        via.push(at);
      }
    return new Reach(
      refs,
      Uint8Array.from(hops),
      Uint16Array.from(via),
      // Few are found as fast by looking through them.
      refs.length > 12 ? places : undefined,
    );
  }

  hopsAt(place: number): number {
    return this.hops[place];
  }

  /** Undefined when it is not within reach. */
  hopsTo(ref: string): number | undefined {
    const place = this.placeOf(ref);
    return place === undefined ? undefined : this.hops[place];
  }

  has(ref: string): boolean {
    return this.placeOf(ref) !== undefined;
  }

  /** From the start to a ref, both included; empty when it is not within reach. */
  pathTo(ref: string): string[] {
    const path: string[] = [];
    let place = this.placeOf(ref);
    while (place !== undefined) {
      path.unshift(this.refs[place]);
      place = place === 0 ? undefined : this.via[place];
    }
    return path;
  }

  private placeOf(ref: string): number | undefined {
    if (this.places) return this.places.get(ref);
    const place = this.refs.indexOf(ref);
    return place < 0 ? undefined : place;
  }
}
