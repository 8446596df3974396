import { InputError } from '@backstage/errors';
import {
  parseQuery,
  printQuery,
  withMatchers,
  type QueryMatcher,
} from '@ghostlight/plugin-slo-common';
import type { SourceIndicator } from '@ghostlight/plugin-slo-node';

const plainName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Labels of a workload as matchers: `names` has what they are called in this Prometheus; others get `_`
 * for what a label's name cannot have, as service discovery does it.
 *
 * @throws InputError for what cannot be a label
 */
export function matchersOf(
  labels: Record<string, string>,
  names: Record<string, string>,
): QueryMatcher[] {
  return Object.entries(labels).map(([name, value]) => {
    const label = Object.hasOwn(names, name)
      ? names[name]
      : name.replace(/[^a-zA-Z0-9_]/g, '_');
    if (!plainName.test(label) || label.startsWith('__'))
      throw new InputError(`'${name.slice(0, 100)}' is no name of a label`);
    if (!value || value.includes('\0'))
      throw new InputError(`The value of ${label} cannot be that of a label`);
    return { label, op: '=', value };
  });
}

/**
 * The same indicator of only the series that fit the matchers, in all its queries.
 *
 * @throws QuerySyntaxError
 */
export function narrowIndicator(
  indicator: SourceIndicator,
  matchers: QueryMatcher[],
): SourceIndicator {
  const narrow = ({ query }: { query: string }) => ({
    query: printQuery(withMatchers(parseQuery(query), matchers)),
  });
  switch (indicator.kind) {
    case 'ratio': {
      const { good, bad, total } = indicator;
      return {
        ...indicator,
        ...(good && { good: narrow(good) }),
        ...(bad && { bad: narrow(bad) }),
        total: narrow(total),
      };
    }
    case 'raw':
      return { ...indicator, raw: narrow(indicator.raw) };
    default:
      return { ...indicator, metric: narrow(indicator.metric) };
  }
}
