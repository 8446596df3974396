import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  defaultIncidentRules,
  parseIncidentRules,
  type IncidentRules,
} from '@ghostlight/plugin-incidents-common';
import { writeRules } from './writeRules';

/** The rules in force, and how they were written. */
export interface RulesInForce {
  rules: IncidentRules;
  /** Where they come from, in words. */
  source: string;
  yaml: string;
}

const key = 'incidents.rules';

/**
 * @param incidents - the section `incidents`; its `rules` are the text of a document, mostly by `$file`
 * @throws InputError that names line, field and fix
 */
export function readRulesConfig(incidents: Config | undefined): RulesInForce {
  const yaml = incidents?.getOptionalString('rules');
  if (yaml === undefined)
    return {
      rules: defaultIncidentRules,
      source: `Built in; ${key} of the configuration replaces them`,
      yaml: writeRules(defaultIncidentRules),
    };
  const parsed = parseIncidentRules(yaml);
  if ('rules' in parsed)
    return { rules: parsed.rules, source: `${key} of the configuration`, yaml };
  const [first] = parsed.findings;
  const more = parsed.findings.length - 1;
  throw new InputError(
    `${key}, line ${first.line}, ${first.field}: ${first.message} ${first.fix}${
      more ? ` (and ${more} more)` : ''
    }`,
  );
}
