/**
 * How one value is written in a query.
 *
 * @public
 */
export interface UrlField<T> {
  /** From all values of the parameter; none when it is absent. */
  parse(raw: string[]): T;
  /** None where the value is the default. */
  print(value: unknown): string[];
}

const LONGEST = 300;
const MOST = 50;

/**
 * Makes the fields of {@link useUrlState}.
 *
 * @public
 */
export const urlField = {
  /** A text; default empty. */
  text(fallback = ''): UrlField<string> {
    return {
      parse: raw => raw[0]?.slice(0, LONGEST) ?? fallback,
      print: value => (value === fallback ? [] : [String(value)]),
    };
  },
  /** Several texts, a parameter each; default none. */
  list(): UrlField<string[]> {
    return {
      parse: raw => raw.slice(0, MOST).map(each => each.slice(0, LONGEST)),
      print: value => (Array.isArray(value) ? value.map(String) : []),
    };
  },
  /** Several of a known set, in one parameter `a,b`; default given. */
  someOf<const T extends string>(
    known: readonly T[],
    fallback: readonly T[] = [],
  ): UrlField<T[]> {
    const standard = fallback.join(',');
    return {
      parse: raw =>
        raw.length === 0
          ? [...fallback]
          : known.filter(each => raw.join(',').split(',').includes(each)),
      print: value => {
        const text = known
          .filter(each => Array.isArray(value) && value.includes(each))
          .join(',');
        return text === standard ? [] : [text];
      },
    };
  },
  /** One of a known set. */
  oneOf<const T extends string>(known: readonly T[], fallback: T): UrlField<T> {
    return {
      parse: raw => known.find(each => each === raw[0]) ?? fallback,
      print: value => (value === fallback ? [] : [String(value)]),
    };
  },
  /** A whole number, such as epoch seconds; undefined when absent. */
  integer(): UrlField<number | undefined> {
    return {
      parse: raw =>
        raw[0] !== undefined && /^-?\d{1,15}$/.test(raw[0])
          ? Number(raw[0])
          : undefined,
      print: value => (typeof value === 'number' ? [String(value)] : []),
    };
  },
  /** True when written as 1. */
  flag(): UrlField<boolean> {
    return {
      parse: raw => raw[0] === '1',
      print: value => (value ? ['1'] : []),
    };
  },
};
