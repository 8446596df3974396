import type { CompileOptions } from '../ActionFacts';
import type { Report } from '../compile/Report';
import type { PolicySpec } from '../RemediationPolicy';
import { lintAction } from './lintAction';
import { lintTemplates } from './lintTemplates';

/** Seconds: objectives count whole minutes, and one that is whole is in every two minutes. */
const leastBurnOver = 120;

/** What holds between the parts of one policy, and what its author may have forgotten. */
export function lintPolicy(
  spec: PolicySpec,
  options: CompileOptions & { report: Report },
) {
  const { actions, report } = options;
  const { perTarget } = spec.limits;
  let attempts = 0;
  spec.ladder.forEach((rung, i) => {
    const path = `spec.do[${i}]`;
    if ('action' in rung) {
      const paths = { action: `${path}.action`, input: `${path}.input` };
      lintAction(rung.action, rung.input, paths, options);
      lintTemplates(rung.input, paths.input, { alert: true }, report);
      if (
        spec.mode === 'auto' &&
        actions?.get(rung.action)?.reversible === false
      ) {
        report.error(
          paths.action,
          'irreversible-auto',
          'What cannot be undone is not done by itself.',
          { found: 'mode: auto', allowed: 'mode: approve | suggest' },
        );
      }
    } else {
      lintTemplates(rung.inputs, `${path}.inputs`, { alert: true }, report);
    }
    if (attempts >= perTarget.attempts) {
      report.warning(
        path,
        'rung-beyond-limit',
        'The limit per target is reached before this is tried.',
        {
          found: `${attempts} attempts before`,
          allowed: `limits.perTarget.attempts of ${
            attempts + rung.attempts
          }, or fewer attempts`,
        },
      );
    }
    attempts += rung.attempts;
  });
  const { burnOverSeconds } = spec.conditions;
  if (burnOverSeconds !== undefined && burnOverSeconds < leastBurnOver) {
    report.warning(
      'spec.conditions.burnOver',
      'burn-over-short',
      'Objectives count whole minutes: over so little time there is often none, and the condition does not hold.',
      { found: `${burnOverSeconds}s`, allowed: `${leastBurnOver}s or more` },
    );
  }
  if (spec.verification.withinSeconds > perTarget.withinSeconds) {
    report.warning(
      'spec.limits.perTarget.within',
      'limit-without-end',
      'A verification takes longer than attempts are counted, so the limit never holds.',
      {
        found: `${perTarget.withinSeconds}s`,
        allowed: `more than ${spec.verification.withinSeconds}s`,
      },
    );
  }
  if (
    spec.mode === 'auto' &&
    Object.values(spec.appliesTo).every(list => !list?.length)
  ) {
    report.warning(
      'spec.appliesTo',
      'auto-for-all',
      'This policy acts by itself on every entity.',
      {
        found: 'nothing',
        allowed: 'entities, tiers, types, systems or owners',
      },
    );
  }
}
