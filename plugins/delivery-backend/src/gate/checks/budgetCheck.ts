import type { AuthService } from '@backstage/backend-plugin-api';
import type { GateChecker } from '@ghostlight/plugin-delivery-node';
import type { Gate as BudgetGate } from '@ghostlight/plugin-slo-common';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { say } from '@ghostlight/reliability-node';
import type { Remembered } from '../Remembered';

const verdicts = { allow: 'pass', warn: 'warn', deny: 'fail' } as const;

/** What the entity's error-budget policy says, from the slo plugin. */
export function budgetCheck(options: {
  slo: SloService;
  auth: AuthService;
  answers: Remembered<BudgetGate>;
}): GateChecker {
  const { slo, auth, answers } = options;
  return {
    id: 'budget',
    title: 'Error budget',
    async check({ entityRef, purpose }) {
      const credentials = await auth.getOwnServiceCredentials();
      const gate = await answers.of(entityRef, () =>
        slo.getGate(entityRef, { credentials }),
      );
      const title = gate.policy.title;
      const asOf =
        gate.asOf === null
          ? undefined
          : new Date(gate.asOf * 1000).toISOString();
      const evidence = gate.checks
        .filter(({ verdict }) => verdict !== 'allow')
        .slice(0, 10)
        .map(check => ({
          label: check.title,
          value: check.verdict,
          ...(asOf && { asOf }),
          url: `/catalog/${pathOf(entityRef)}/slo`,
        }));
      if (purpose === 'rollback')
        return {
          verdict: 'pass',
          said: say(
            'budget.rollback',
            'A rollback is allowed while the budget burns.',
          ),
          evidence,
        };
      const texts = {
        pass: `The policy “${title}” lets releases out.`,
        warn: `The policy “${title}” asks for care.`,
        fail: `The policy “${title}” holds releases back: too much of the error budget is spent.`,
      };
      const verdict = verdicts[gate.verdict];
      return {
        verdict,
        said: say(`budget.${verdict}`, texts[verdict], { policy: title }),
        ...(verdict !== 'pass' && {
          howToPass: say(
            'budget.how',
            'Wait until budget has come back, ship a fix for what burns it, or override with a reason.',
          ),
        }),
        evidence,
      };
    },
  };
}

export function pathOf(entityRef: string): string {
  const [kind, rest] = entityRef.split(':');
  const [namespace, name] = rest.split('/');
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}
