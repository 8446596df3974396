import type { JsonObject } from '@backstage/types';
import type { CompileOptions } from '../ActionFacts';
import type { Report } from '../compile/Report';

/** Whether an action is there, and takes the fields that it is given. */
export function lintAction(
  action: string,
  input: JsonObject,
  paths: { action: string; input: string },
  options: CompileOptions & { report: Report },
) {
  if (!options.actions) return;
  const { report } = options;
  const facts = options.actions.get(action);
  if (!facts) {
    report.warning(
      paths.action,
      'unknown-action',
      'No such action is installed.',
      {
        found: action,
        allowed: nearest(action, [...options.actions.keys()]),
      },
    );
    return;
  }
  const { required, properties, additionalProperties } = facts.input ?? {};
  if (Array.isArray(required)) {
    for (const name of required) {
      if (typeof name === 'string' && !Object.hasOwn(input, name)) {
        report.warning(
          `${paths.input}.${name}`,
          'missing-action-input',
          `${action} needs this field.`,
          { found: undefined },
        );
      }
    }
  }
  if (additionalProperties === false && isObject(properties)) {
    for (const name of Object.keys(input)) {
      if (!Object.hasOwn(properties, name)) {
        report.warning(
          `${paths.input}.${name}`,
          'unknown-action-input',
          `${action} does not know this field.`,
          { found: name, allowed: Object.keys(properties).join(', ') },
        );
      }
    }
  }
}

/** Those of the same family, or else some. */
function nearest(action: string, ids: string[]): string {
  const family = `${action.split(':')[0]}:`;
  const same = ids.filter(id => id.startsWith(family));
  return (same.length ? same : ids).slice(0, 15).join(' | ');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
