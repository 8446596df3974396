import { defaultIncidentRules } from './defaultIncidentRules';
import { findingsOfIssues } from './findingsOfIssues';
import type { IncidentRules } from './IncidentRules';
import { readRulesYaml } from './readRulesYaml';
import { rulesDocument, type RulesDocument } from './rulesDocument';
import type { RulesFinding } from './RulesFinding';

/** More help nobody. */
const maxFindings = 50;

/**
 * Rules from their YAML (`apiVersion: ghostlight.dev/v1`, `kind: IncidentRules`, `spec`), or what is
 * wrong with it. What the document leaves out is as in {@link defaultIncidentRules}; a list that it
 * gives replaces the list there.
 *
 * @public
 */
export function parseIncidentRules(
  yaml: string,
): { rules: IncidentRules } | { findings: RulesFinding[] } {
  const { value, lineAt, findings } = readRulesYaml(yaml);
  if (findings.length) return { findings };
  const parsed = rulesDocument.safeParse(value);
  if (!parsed.success) {
    const { issues } = parsed.error;
    return {
      findings: findingsOfIssues(issues, value, lineAt).slice(0, maxFindings),
    };
  }
  const rules = compile(parsed.data);
  const { weights } = rules.correlate;
  if (Object.values(weights).every(weight => weight === 0)) {
    const path = ['spec', 'correlate', 'weights'];
    return {
      findings: [
        {
          field: path.join('.'),
          line: lineAt(path),
          message: 'All weights are 0.',
          fix: 'Give at least one of them more than 0.',
        },
      ],
    };
  }
  return { rules };
}

function compile({ spec }: RulesDocument): IncidentRules {
  const defaults = defaultIncidentRules;
  const { suppress = {}, correlate = {}, incidents = {} } = spec;
  const windowMs = correlate.window ?? defaults.correlate.windowMs;
  return {
    mapping: spec.mapping ?? defaults.mapping,
    suppress: {
      flapping: flappingOf(suppress.flapping),
      symptoms: suppress.symptoms ?? defaults.suppress.symptoms,
      rules: suppress.rules ?? defaults.suppress.rules,
    },
    correlate: {
      windowMs,
      idleMs: correlate.idle ?? defaults.correlate.idleMs,
      distance: correlate.distance ?? defaults.correlate.distance,
      threshold: correlate.threshold ?? defaults.correlate.threshold,
      weights: { ...defaults.correlate.weights, ...correlate.weights },
      changeMs: correlate.changes ?? defaults.correlate.changeMs,
      rules: (correlate.rules ?? []).map(({ window, ...rule }) => ({
        ...rule,
        windowMs: window ?? windowMs,
      })),
    },
    incidents: {
      rules: incidents.rules ?? defaults.incidents.rules,
      resolveAfterMs:
        incidents.resolveAfter === false
          ? undefined
          : incidents.resolveAfter ?? defaults.incidents.resolveAfterMs,
      reopenWithinMs:
        incidents.reopenWithin === false
          ? 0
          : incidents.reopenWithin ?? defaults.incidents.reopenWithinMs,
    },
  };
}

function flappingOf(
  flapping: NonNullable<RulesDocument['spec']['suppress']>['flapping'],
): IncidentRules['suppress']['flapping'] {
  if (flapping === false) return undefined;
  if (!flapping) return defaultIncidentRules.suppress.flapping;
  const { transitions, within, quiet } = flapping;
  return { transitions, withinMs: within, quietMs: quiet ?? within };
}
