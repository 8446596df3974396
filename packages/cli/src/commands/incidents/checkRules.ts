import {
  parseIncidentRules,
  type RulesFinding,
} from '@ghostlight/plugin-incidents-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { readText } from '../../readText';

/** Checks documents of incident rules as the portal would, and prints what is wrong with them. */
export async function checkRules(
  files: string[],
  options: { json?: boolean },
): Promise<ExitStatus> {
  const findings: (RulesFinding & { file: string })[] = [];
  for (const file of new Set(files)) {
    const parsed = parseIncidentRules(await readText(file));
    if ('findings' in parsed)
      findings.push(...parsed.findings.map(found => ({ file, ...found })));
  }
  const ok = findings.length === 0;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ok, findings }, null, 2)}\n`);
  } else {
    for (const { file, line, field, message, fix } of findings) {
      const text = `${file}:${line}: error ${field}: ${message} ${fix}`;
      process.stdout.write(`${onOneLine(text)}\n`);
    }
    process.stderr.write(ok ? 'No errors\n' : `Errors: ${findings.length}\n`);
  }
  return ok ? ExitCode.ok : ExitCode.wrong;
}
