import type {
  Gate,
  GateCheck,
  Override,
  Sentence,
  Verdict,
} from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import type { CheckMode } from './GateConfig';

/** The strictest check decides; an override lets out what checks would hold. */
export function verdictOf(options: {
  checks: GateCheck[];
  modeOf: (id: string) => CheckMode;
  unknown: 'deny' | 'warn';
  override: Override | undefined;
  purpose: Gate['purpose'];
}): { verdict: Verdict; said: Sentence } {
  const { checks, modeOf, unknown, override, purpose } = options;
  const weigh = ({ id, verdict }: GateCheck): 'allow' | 'warn' | 'deny' => {
    if (verdict === 'pass' || verdict === 'off') return 'allow';
    const strictest = modeOf(id) === 'deny' ? 'deny' : 'warn';
    if (verdict === 'fail') return strictest;
    // Going back must not wait for what is down.
    const holds = verdict === 'unknown' && purpose !== 'rollback';
    return holds && unknown === 'deny' ? strictest : 'warn';
  };
  const holding = checks.filter(check => weigh(check) === 'deny');
  const warning = checks.filter(check => weigh(check) === 'warn');
  const what = purpose === 'rollback' ? 'rollback' : 'release';
  if (holding.length && override)
    return {
      verdict: 'allow',
      said: say(
        `gate.${what}.overridden`,
        `${override.by} let it out in spite of ${titles(holding)}: ${
          override.reason
        }`,
        {
          by: override.by,
          checks: titles(holding),
          reason: override.reason,
          until: override.until,
        },
      ),
    };
  if (holding.length)
    return {
      verdict: 'deny',
      said: say(`gate.${what}.deny`, `No: ${holding[0].said.text}`, {
        checks: titles(holding),
        count: holding.length,
      }),
    };
  if (warning.length)
    return {
      verdict: 'warn',
      said: say(`gate.${what}.warn`, `Yes, but: ${warning[0].said.text}`, {
        checks: titles(warning),
        count: warning.length,
      }),
    };
  return {
    verdict: 'allow',
    said: say(`gate.${what}.allow`, 'Yes: all checks pass.'),
  };
}

function titles(checks: GateCheck[]): string {
  return checks.map(({ title }) => title.toLowerCase()).join(', ');
}
