import { createTwoFilesPatch } from 'diff';
import { stringify } from 'yaml';
import type { PodTemplate } from '@ghostlight/reliability-kubernetes';
import { withoutSecrets } from './secrets';
import { asJson, bareTemplate, sorted } from './templates';

const mostCharacters = 60_000;

/** Unified difference of two templates as YAML. Values of secret variables are hidden. */
export function diffTemplates(
  before: { title: string; template: PodTemplate },
  after: { title: string; template: PodTemplate },
): string {
  const old = variables(before.template);
  const fresh = variables(after.template);
  const differs = (container: string, variable: string) => {
    const key = `${container}/${variable}`;
    return old.has(key) && fresh.has(key) && old.get(key) !== fresh.get(key);
  };
  const text = createTwoFilesPatch(
    before.title,
    after.title,
    written(before.template, () => false),
    written(after.template, differs),
    undefined,
    undefined,
    { context: 4 },
  );
  return text.length > mostCharacters
    ? `${text.slice(0, mostCharacters)}\n… (${
        text.length - mostCharacters
      } more characters)\n`
    : text;
}

function written(
  template: PodTemplate,
  differs: (container: string, variable: string) => boolean,
): string {
  const shown = withoutSecrets(bareTemplate(template), differs);
  return stringify({ spec: { template: sorted(asJson(shown)) } });
}

function variables({ spec }: PodTemplate): Map<string, string | undefined> {
  return new Map(
    [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].flatMap(
      ({ name, env = [] }) =>
        env.map(variable => [`${name}/${variable.name}`, variable.value]),
    ),
  );
}
