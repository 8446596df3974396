import type { GateChecker } from '@ghostlight/plugin-delivery-node';
import { say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { latestEvaluations } from '../evaluations';
import type { GateConfig } from '../GateConfig';

/** How the version did when its model was evaluated. */
export function evaluationCheck(options: {
  db: Knex;
  config: GateConfig['evaluation'];
}): GateChecker {
  const { db, config } = options;
  return {
    id: 'evaluation',
    title: 'Model evaluation',
    async check({ entityRef, environment, version, purpose }) {
      const needed =
        purpose === 'deploy' && config.environments.includes(environment);
      const all =
        version === undefined || purpose === 'rollback'
          ? []
          : await latestEvaluations(db, entityRef, version);
      const suites = all.filter(
        ({ suite }) => config.suites?.includes(suite) ?? true,
      );
      const evidence = suites.map(({ suite, passed, total, at, url }) => ({
        label: suite,
        value: `${passed} / ${total}`,
        asOf: at,
        ...(url && { url }),
      }));
      const least = Math.round(config.passRate * 1000) / 10;
      const missing = needed
        ? (config.suites ?? []).filter(
            name => !suites.some(({ suite }) => suite === name),
          )
        : [];
      if (!suites.length && !needed)
        return {
          verdict: 'off',
          said: say('evaluation.off', 'No evaluation is asked for.'),
          evidence,
        };
      if (!suites.length || missing.length)
        return {
          verdict: 'fail',
          said: say(
            'evaluation.missing',
            missing.length
              ? `Not evaluated by ${missing.join(', ')}.`
              : 'This version was not evaluated.',
            { suites: missing.join(', ') },
          ),
          howToPass: say(
            'evaluation.how-missing',
            'Let the pipeline evaluate this version and send the result.',
          ),
          evidence,
        };
      const failing = suites.filter(
        ({ passed, total }) => passed / total < config.passRate,
      );
      if (failing.length) {
        const names = failing.map(({ suite }) => suite).join(', ');
        return {
          verdict: 'fail',
          said: say(
            'evaluation.fail',
            `${names}: fewer than ${least} % of the cases pass.`,
            { suites: names, least },
          ),
          howToPass: say(
            'evaluation.how',
            'Look at the cases that fail; ship a version that passes.',
          ),
          evidence,
        };
      }
      return {
        verdict: 'pass',
        said: say('evaluation.pass', `At least ${least} % of the cases pass.`, {
          least,
        }),
        evidence,
      };
    },
  };
}
