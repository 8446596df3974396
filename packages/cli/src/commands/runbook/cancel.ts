import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askRunbooks } from '../../portal';

/** Stops a run before its next effect. What was done stays. */
export async function cancelRun(
  id: string,
  options: { url: string; reason: string; json?: boolean },
): Promise<ExitStatus> {
  const { url, reason } = options;
  const run = await askRunbooks(url, client =>
    client.request('post', '/v1/executions/{id}/controls', {
      params: { path: { id } },
      body: { action: 'cancel', reason },
    }),
  );
  process.stdout.write(
    options.json
      ? `${JSON.stringify(run, null, 2)}\n`
      : `${onOneLine(`${id}  ${run.state}: ${run.said.text}`)}\n`,
  );
  return ExitCode.ok;
}
