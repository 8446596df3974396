import { useCallback, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { UrlField } from './urlField';

/**
 * Fields by the name they have in the query.
 *
 * @public
 */
export type UrlFields = { readonly [name: string]: UrlField<unknown> };

/**
 * The values of {@link UrlFields}.
 *
 * @public
 */
export type UrlValues<F extends UrlFields> = {
  [N in keyof F]: F[N] extends UrlField<infer V> ? V : never;
};

/**
 * Changes some values; the others stay. Filters replace the history entry; pass
 * `push` where Back should undo the change.
 *
 * @public
 */
export type SetUrlValues<F extends UrlFields> = (
  changes: Partial<UrlValues<F>>,
  options?: { push?: boolean },
) => void;

/**
 * State that lives in the URL's query, so that a link restores the screen. A
 * value equal to its default is left out; one that does not parse is the
 * default. Parameters of others are kept.
 *
 * @param fields - declare it outside the component, so that it stays the same
 * @public
 */
export function useUrlState<F extends UrlFields>(
  fields: F,
): [UrlValues<F>, SetUrlValues<F>] {
  const [params, setParams] = useSearchParams();
  const query = params.toString();
  // two changes in one event must both arrive
  const latest = useRef(query);
  latest.current = query;

  const values = useMemo(() => {
    const parsed = new URLSearchParams(query);
    return Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.parse(parsed.getAll(name)),
      ]),
    ) as UrlValues<F>;
  }, [fields, query]);

  const setValues = useCallback<SetUrlValues<F>>(
    (changes, options) => {
      const next = new URLSearchParams(latest.current);
      for (const [name, value] of Object.entries(changes)) {
        next.delete(name);
        if (value !== undefined) {
          fields[name].print(value).forEach(each => next.append(name, each));
        }
      }
      latest.current = next.toString();
      setParams(next, { replace: !options?.push, preventScrollReset: true });
    },
    [fields, setParams],
  );

  return [values, setValues];
}
