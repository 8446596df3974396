import { generateRules } from '@ghostlight/plugin-slo-common';
import { compileFiles } from '../../compileFiles';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { formatFinding } from '../../formatFinding';
import { readFiles } from '../../readFiles';

/** Prints the rules of all objectives, or what is wrong with them: half a set of rules is none. */
export async function rules(
  files: string[],
  options: { format: 'plain' | 'prometheusrule'; name?: string },
): Promise<ExitStatus> {
  const { objectives, findings } = compileFiles(await readFiles(files));
  const errors = findings.filter(({ severity }) => severity === 'error');
  for (const finding of errors) {
    process.stderr.write(`${formatFinding(finding)}\n`);
  }
  if (errors.length) return ExitCode.wrong;
  const { format, name } = options;
  process.stdout.write(
    generateRules(objectives, { format, ...(name ? { name } : {}) }),
  );
  return ExitCode.ok;
}
