import { ExitCode, type ExitStatus } from '../../ExitCode';
import { askObjective, askPortal } from '../../portal';
import { isObjectiveRef, toEntityRef, toObjectiveRef } from '../../refs';

/** Prints the gate's verdict with its reasons; the exit code carries it to a pipeline. */
export async function gate(
  ref: string,
  options: { url: string; json?: boolean; strict?: boolean },
): Promise<ExitStatus> {
  const { url } = options;
  const entityRef = isObjectiveRef(ref)
    ? (await askObjective(url, toObjectiveRef(ref))).entityRef
    : toEntityRef(ref);
  const answer = await askPortal(url, client =>
    client.GET('/v1/gate', { params: { query: { entityRef } } }),
  );
  const { verdict, checks, policy, recommendations, override } = answer;
  if (options.json) {
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    process.stdout.write(`${verdict}  ${entityRef}  policy ${policy.title}\n`);
    for (const check of checks.filter(item => item.verdict !== 'allow')) {
      process.stdout.write(`  ${check.verdict}: ${check.title}\n`);
    }
    if (override) {
      process.stdout.write(
        `  overridden until ${new Date(
          override.until * 1000,
        ).toISOString()} by ${override.createdBy}: ${override.reason}\n`,
      );
    }
    for (const { text } of recommendations) {
      process.stdout.write(`  → ${text}\n`);
    }
  }
  if (verdict === 'deny') return ExitCode.denied;
  if (verdict === 'warn') {
    process.stderr.write(
      `The gate of ${entityRef} warns${
        options.strict ? ', and --strict takes that for a refusal' : ''
      }.\n`,
    );
    return options.strict ? ExitCode.denied : ExitCode.ok;
  }
  return ExitCode.ok;
}
