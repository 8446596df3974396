/** Remembers at least the `size` last used answers, and at most twice as many. */
export class TwoGenerations<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();

  private constructor(private readonly size: number) {}

  static create<V>(size: number): TwoGenerations<V> {
    return new TwoGenerations<V>(size);
  }

  get(key: string): V | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: V): void {
    this.young.set(key, value);
    if (this.young.size < this.size) return;
    this.old = this.young;
    this.young = new Map();
  }
}
