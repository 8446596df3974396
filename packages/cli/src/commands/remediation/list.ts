import type { Policy, Switch } from '@ghostlight/plugin-runbooks-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askRunbooks } from '../../portal';
import { toEntityRef } from '../../refs';

const page = 100;
/** Policies printed, at most. */
const most = 1_000;

/** Prints whether remediation may act, and each policy with its mode and what came of it. */
export async function listPolicies(options: {
  url: string;
  entity?: string;
  json?: boolean;
}): Promise<ExitStatus> {
  const { url, entity } = options;
  const { items: switches } = await askRunbooks(url, client =>
    client.request('get', '/v1/switches'),
  );
  const entityRef = entity === undefined ? undefined : toEntityRef(entity);
  const policies = await readPolicies(url, entityRef);
  if (options.json) {
    const answer = { switches, policies };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return ExitCode.ok;
  }
  const off = switches.find(({ scope, on }) => scope === 'all' && !on);
  if (off) process.stdout.write(`${onOneLine(sayOff('all', off))}\n`);
  for (const policy of policies)
    for (const line of linesOf(policy))
      process.stdout.write(`${onOneLine(line)}\n`);
  return ExitCode.ok;
}

/** Page by page. */
async function readPolicies(
  url: string,
  entityRef: string | undefined,
  before: Policy[] = [],
  cursor?: string,
): Promise<Policy[]> {
  const { items, nextCursor } = await askRunbooks(url, client =>
    client.request('get', '/v1/policies', {
      params: { query: { limit: page, entityRef, cursor } },
    }),
  );
  const policies = [...before, ...items];
  return nextCursor && policies.length < most
    ? readPolicies(url, entityRef, policies, nextCursor)
    : policies;
}

function linesOf(policy: Policy): string[] {
  const { ref, mode, wantedMode, earned, tally } = policy;
  const { tried, verified, ineffective, harmful } = tally;
  return [
    `${ref}  ${
      policy.switch.on ? mode : 'off'
    }  tried ${tried}, verified ${verified}, ineffective ${ineffective}, harmful ${harmful}`,
    `  ${policy.sentence.text}`,
    ...(mode !== wantedMode && earned ? [`  ${earned.said.text}`] : []),
    ...(policy.switch.on ? [] : [`  ${sayOff(ref, policy.switch)}`]),
  ];
}

function sayOff(scope: string, { by = '', at = '', reason = '' }: Switch) {
  return `${scope} is switched off since ${at} by ${by}: ${reason}`;
}
