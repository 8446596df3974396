import { ApiError } from '../ApiError';
import { asObject, type Json, type KubeObject } from '../objects';

export type Matcher = (object: KubeObject) => boolean;

const setBased = /^([^\s!=()]+)\s+(in|notin)\s+\(([^)]*)\)$/;
const equality = /^([^\s!=()]+)\s*(==|=|!=)\s*([^\s!=()]*)$/;
const existence = /^(!?)\s*([^\s!=()]+)$/;

/** Of the parameters `labelSelector` and `fieldSelector`. */
export function matcherOf(query: URLSearchParams): Matcher {
  const labels = labelMatcher(query.get('labelSelector'));
  const fields = fieldMatcher(query.get('fieldSelector'));
  return object => labels(object) && fields(object);
}

/** `app=payments,track in (stable, canary),!old` */
function labelMatcher(selector: string | null): Matcher {
  if (!selector?.trim()) return () => true;
  const requirements = selector
    .split(/,(?![^(]*\))/)
    .map(part => requirement(part.trim(), selector));
  return ({ metadata }) => {
    const labels = metadata.labels ?? {};
    return requirements.every(holds => holds(labels));
  };
}

function requirement(
  part: string,
  selector: string,
): (labels: { [name: string]: string }) => boolean {
  const set = setBased.exec(part);
  if (set) {
    const [, name, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return labels =>
      operator === 'in'
        ? name in labels && values.includes(labels[name])
        : !(name in labels) || !values.includes(labels[name]);
  }
  const equal = equality.exec(part);
  if (equal) {
    const [, name, operator, value] = equal;
    return labels =>
      operator === '!=' ? labels[name] !== value : labels[name] === value;
  }
  const exists = existence.exec(part);
  if (exists) {
    const [, not, name] = exists;
    return labels => name in labels !== Boolean(not);
  }
  throw ApiError.badRequest(
    `unable to parse requirement: found '${part}' in "${selector}"`,
  );
}

/** `metadata.name=payments,status.phase!=Running` */
function fieldMatcher(selector: string | null): Matcher {
  if (!selector?.trim()) return () => true;
  const requirements = selector.split(',').map(part => {
    const parsed = equality.exec(part.trim());
    if (!parsed)
      throw ApiError.badRequest(
        `invalid selector: '${part}'; can't understand`,
      );
    const [, path, operator, value] = parsed;
    return (object: KubeObject) =>
      (fieldOf(object, path) === value) === (operator !== '!=');
  });
  return object => requirements.every(holds => holds(object));
}

function fieldOf(object: KubeObject, path: string): string {
  let value: Json | undefined = object;
  for (const part of path.split('.')) value = asObject(value)[part];
  return value === undefined || value === null ? '' : String(value);
}
