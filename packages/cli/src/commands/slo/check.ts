import { compileFiles } from '../../compileFiles';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { formatFinding } from '../../formatFinding';
import { type FileFinding, readFiles } from '../../readFiles';

/** Checks files as the portal would, and prints what is wrong with them. */
export async function check(
  files: string[],
  options: { json?: boolean; partial?: boolean },
): Promise<ExitStatus> {
  const documents = await readFiles(files);
  const { objectives, findings: found } = compileFiles(documents);
  const findings = options.partial ? found.map(excuseMissing) : found;
  const errors = count(findings, 'error');
  if (options.json) {
    const report = {
      ok: errors === 0,
      documents: documents.length,
      objectives: objectives.map(({ ref }) => ref),
      findings,
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else {
    for (const finding of findings) {
      process.stdout.write(`${formatFinding(finding)}\n`);
    }
    process.stderr.write(
      `${plural(documents.length, 'document')}, ${plural(
        objectives.length,
        'objective',
      )}: ${plural(errors, 'error')}, ${plural(
        count(findings, 'warning'),
        'warning',
      )}\n`,
    );
  }
  return errors ? ExitCode.wrong : ExitCode.ok;
}

/** What is in none of the files may be in the catalog. */
function excuseMissing(finding: FileFinding): FileFinding {
  return finding.code === 'unknown-reference'
    ? { ...finding, severity: 'warning' }
    : finding;
}

function count(findings: FileFinding[], severity: FileFinding['severity']) {
  return findings.filter(finding => finding.severity === severity).length;
}

function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
