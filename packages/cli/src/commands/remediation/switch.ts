import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askRunbooks } from '../../portal';
import { toPolicyRef } from '../../refs';

/** Switches one policy, or all remediation and experiments. */
export async function setSwitch(
  on: boolean,
  policy: string | undefined,
  options: { url: string; reason: string; json?: boolean },
): Promise<ExitStatus> {
  const { url, reason } = options;
  const scope = policy === undefined ? 'all' : toPolicyRef(policy);
  const set = await askRunbooks(url, client =>
    client.request('put', '/v1/switches', { body: { scope, on, reason } }),
  );
  process.stdout.write(
    options.json
      ? `${JSON.stringify(set, null, 2)}\n`
      : `${onOneLine(`${scope}  ${on ? 'on' : 'off'}: ${reason}`)}\n`,
  );
  return ExitCode.ok;
}
