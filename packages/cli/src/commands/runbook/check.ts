import { ExitCode, type ExitStatus } from '../../ExitCode';
import { formatFinding } from '../../formatFinding';
import { readRunbookFiles } from './readRunbookFiles';

/** Checks files as the portal would, and prints what is wrong with them. */
export async function checkRunbooks(
  files: string[],
  options: { json?: boolean },
): Promise<ExitStatus> {
  const documents = await readRunbookFiles(files);
  const findings = documents.flatMap(document =>
    [...document.findings].sort(
      (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
    ),
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (options.json) {
    const report = {
      ok: errors === 0,
      documents: documents.map(({ ref }) => ref),
      findings,
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    for (const finding of findings) {
      process.stdout.write(`${formatFinding(finding)}\n`);
    }
    process.stderr.write(
      `${plural(documents.length, 'document')}: ${plural(
        errors,
        'error',
      )}, ${plural(findings.length - errors, 'warning')}\n`,
    );
  }
  return errors ? ExitCode.wrong : ExitCode.ok;
}

function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
