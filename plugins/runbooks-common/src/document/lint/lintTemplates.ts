import type { JsonValue } from '@backstage/types';
import type { Report } from '../compile/Report';
import { templatesIn } from '../values/templates';

const shared = ['entity.ref', 'entity.name', 'environment', 'incident.id'];

/** What templates may name at a place. */
export interface KnownNames {
  inputs?: ReadonlySet<string>;
  /** Ids of steps that are done before. */
  steps?: ReadonlySet<string>;
  /** Ids of all steps, to tell one that comes later from one that is not there. */
  allSteps?: ReadonlySet<string>;
  /** Whether there is an alert: of a policy. */
  alert?: boolean;
}

/** Names in templates that nothing will be known of. */
export function lintTemplates(
  value: JsonValue,
  path: string,
  known: KnownNames,
  report: Report,
) {
  for (const found of templatesIn(value, path)) {
    const { name } = found;
    if (name === undefined) {
      report.error(
        found.path,
        'template-syntax',
        'A template is a name between ${{ and }}; nothing is calculated.',
        { found: found.text, allowed: allowedNames(known) },
      );
    } else if (!isKnown(name, known)) {
      const [root, id] = name.split('.');
      const isLater = root === 'steps' && known.allSteps?.has(id);
      report.error(
        found.path,
        isLater ? 'later-step' : 'unknown-name',
        isLater
          ? 'This step is not done before.'
          : 'There is no value of this name.',
        { found: name, allowed: allowedNames(known) },
      );
    }
  }
}

function isKnown(name: string, known: KnownNames): boolean {
  if (shared.includes(name)) return true;
  const [root, id, ...rest] = name.split('.');
  if (root === 'inputs') return rest.length === 0 && has(known.inputs, id);
  if (root === 'steps') return rest.length > 0 && has(known.steps, id);
  if (root === 'alert' && known.alert) {
    return id === 'labels' ? rest.length > 0 : name === 'alert.name';
  }
  return false;
}

function has(names: ReadonlySet<string> | undefined, name = '') {
  return names?.has(name) ?? false;
}

function allowedNames({ inputs, steps, alert }: KnownNames): string {
  return [
    ...[...(inputs ?? [])].slice(0, 10).map(name => `inputs.${name}`),
    ...[...(steps ?? [])].slice(-5).map(id => `steps.${id}.…`),
    ...(alert ? ['alert.name', 'alert.labels.…'] : []),
    ...shared,
  ].join(', ');
}
