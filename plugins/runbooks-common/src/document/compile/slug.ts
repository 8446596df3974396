/** An id of a title: `Check the dashboards` is `check-the-dashboards`. */
export function slug(title: string): string {
  return title
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
}

/** Gives out ids of which each is there once. */
export class Ids {
  readonly #taken: Set<string>;

  private constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** @param taken - ids that are written somewhere, and so not free for others */
  static create(taken: Iterable<string> = []) {
    return new Ids(taken);
  }

  /** An id of a title that nobody has yet. */
  of(title: string, fallback: string): string {
    const base = slug(title) || fallback;
    let id = base;
    for (let i = 2; this.#taken.has(id); i++) id = `${base}-${i}`;
    this.#taken.add(id);
    return id;
  }
}
