import type { Entity } from '@backstage/catalog-model';
import type { GateChecker } from '@ghostlight/plugin-delivery-node';
import { say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { tierAnnotation } from '../../rollbacks';
import { approversOf } from '../approvals';
import type { GateConfig } from '../GateConfig';

/** Whether enough people approved the version, where that is asked for. */
export function approvalsCheck(options: {
  db: Knex;
  config: GateConfig['approvals'];
  entityOf: (ref: string) => Entity | undefined;
}): GateChecker {
  const { db, config, entityOf } = options;
  return {
    id: 'approvals',
    title: 'Approvals',
    async check({ entityRef, environment, version, purpose }) {
      const tier =
        entityOf(entityRef)?.metadata.annotations?.[tierAnnotation] ?? '';
      const needed =
        purpose === 'deploy' &&
        (config.environments.includes(environment) ||
          config.tiers.includes(tier));
      if (!needed)
        return {
          verdict: 'off',
          said: say('approvals.off', 'None is asked for.'),
          evidence: [],
        };
      const { count } = config;
      const given =
        version === undefined
          ? []
          : await approversOf(db, entityRef, environment, version);
      const evidence = given.map(({ by, at, comment }) => ({
        label: by,
        asOf: at,
        ...(comment && { value: comment }),
      }));
      if (given.length >= count)
        return {
          verdict: 'pass',
          said: say('approvals.pass', `Approved by ${given.length}.`, {
            count: given.length,
          }),
          evidence,
        };
      return {
        verdict: 'fail',
        said: say(
          'approvals.fail',
          version === undefined
            ? 'An approval is of a version, and none was named.'
            : `${given.length} of ${count} approvals.`,
          { given: given.length, count },
        ),
        howToPass: say(
          'approvals.how',
          'Ask an owner of the entity to approve this version.',
        ),
        evidence,
      };
    },
  };
}
