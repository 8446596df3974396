import type { Gate } from '@ghostlight/plugin-delivery-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askDelivery } from '../../portal';
import { toEntityRef } from '../../refs';

/** Between two questions while waiting. */
const askAgainMs = 15_000;

/** Prints whether a version may go out, with its reasons; the exit code carries it to a pipeline. */
export async function gate(
  ref: string,
  options: {
    url: string;
    environment: string;
    release?: string;
    json?: boolean;
    strict?: boolean;
    /** Minutes. */
    wait?: number;
  },
): Promise<ExitStatus> {
  const { url, environment, release: version } = options;
  const entityRef = toEntityRef(ref);
  const ask = () =>
    askDelivery(url, client =>
      client.request('get', '/v1/gate', {
        params: { query: { entityRef, environment, version } },
      }),
    );
  const until = Date.now() + (options.wait ?? 0) * 60_000;
  let answer = await ask();
  while (answer.verdict === 'deny' && Date.now() < until) {
    process.stderr.write(`${onOneLine(answer.said.text)} Waiting.\n`);
    await sleep(Math.min(askAgainMs, Math.max(0, until - Date.now())));
    answer = await ask();
  }
  if (options.json) {
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    for (const line of linesOf(answer))
      process.stdout.write(`${onOneLine(line)}\n`);
  }
  const { verdict } = answer;
  const denies = verdict === 'deny' || (options.strict && verdict !== 'allow');
  return denies ? ExitCode.denied : ExitCode.ok;
}

function linesOf(answer: Gate): string[] {
  const { verdict, entityRef, environment, version, checks, said } = answer;
  const held = checks.filter(check =>
    ['warn', 'fail', 'unknown'].includes(check.verdict),
  );
  return [
    `${verdict}  ${entityRef}${
      version === undefined ? '' : ` ${version}`
    } in ${environment}: ${said.text}`,
    ...held.flatMap(check => [
      `  ${check.verdict}: ${check.title}: ${check.said.text}`,
      ...(check.howToPass ? [`    → ${check.howToPass.text}`] : []),
    ]),
  ];
}
