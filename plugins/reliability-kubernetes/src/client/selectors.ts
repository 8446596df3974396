import type { LabelSelector } from './types';

/**
 * As a parameter: `app=payments,tier in (a,b)`.
 *
 * @public
 */
export function labelSelectorOf(selector: LabelSelector): string {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return [
    ...Object.entries(matchLabels).map(([name, value]) => `${name}=${value}`),
    ...matchExpressions.map(({ key, operator, values = [] }) => {
      switch (operator) {
        case 'In':
          return `${key} in (${values.join(',')})`;
        case 'NotIn':
          return `${key} notin (${values.join(',')})`;
        case 'DoesNotExist':
          return `!${key}`;
        default:
          return key;
      }
    }),
  ].join(',');
}

/**
 * Whether a selector of equalities takes an object with these labels.
 *
 * @public
 */
export function selects(
  selector: Record<string, string> | undefined,
  labels: Record<string, string>,
): boolean {
  const wanted = Object.entries(selector ?? {});
  return (
    wanted.length > 0 && wanted.every(([name, value]) => labels[name] === value)
  );
}

/**
 * Whether a selector takes an object with these labels; an empty one takes all.
 *
 * @public
 */
export function selectorTakes(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Record<string, string> = {},
): boolean {
  return (
    Object.entries(matchLabels).every(
      ([name, value]) => labels[name] === value,
    ) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      switch (operator) {
        case 'In':
          return key in labels && values.includes(labels[key]);
        case 'NotIn':
          return !(key in labels && values.includes(labels[key]));
        case 'DoesNotExist':
          return !(key in labels);
        default:
          return key in labels;
      }
    })
  );
}
