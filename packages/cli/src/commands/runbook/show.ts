import type { RunbookDetail, Step } from '@ghostlight/plugin-runbooks-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askRunbooks } from '../../portal';
import { toRunbookRef } from '../../refs';

/** Prints what a runbook does, step by step, and what it wants to be given. */
export async function showRunbook(
  ref: string,
  options: { url: string; json?: boolean },
): Promise<ExitStatus> {
  const runbook = await askRunbooks(options.url, client =>
    client.request('get', '/v1/runbooks/{ref}', {
      params: { path: { ref: toRunbookRef(ref) } },
    }),
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify(runbook, null, 2)}\n`);
    return ExitCode.ok;
  }
  for (const line of linesOf(runbook))
    process.stdout.write(`${onOneLine(line)}\n`);
  return ExitCode.ok;
}

function linesOf(runbook: RunbookDetail): string[] {
  const { title, ref, owner, lastRun, stale, inputs, phases, findings } =
    runbook;
  return [
    `${title}  ${ref}${owner ? `  of ${owner}` : ''}`,
    ...(runbook.description ? [runbook.description] : []),
    ...(lastRun ? [`last run ${lastRun.id}: ${lastRun.said.text}`] : []),
    ...(stale ? [stale.text] : []),
    ...findings.map(
      ({ severity, path, message }) => `${severity} ${path}: ${message}`,
    ),
    ...inputs.map(
      ({ name, type, required, choices }) =>
        `--input ${name}=<${choices?.join('|') ?? type}>${
          required ? '' : '  (may be left out)'
        }`,
    ),
    ...phases.flatMap(phase => [
      `${phase.title}:`,
      ...phase.steps.flatMap(step => stepLines(step, '  ')),
    ]),
    ...(runbook.may.run.allowed
      ? []
      : [runbook.may.run.why?.text ?? 'You may not run it.']),
  ];
}

function stepLines(step: Step, indent: string): string[] {
  const notes = [
    step.kind === 'action' ? step.action : step.kind,
    ...(step.installed === false ? ['not installed'] : []),
    ...(step.reversible === false ? ['cannot be taken back'] : []),
    ...(step.when
      ? [`after ${step.when.step}: ${step.when.in.join(', ')}`]
      : []),
  ];
  return [
    `${indent}${step.id}  ${step.title}  (${notes.join('; ')})`,
    ...(step.steps ?? []).flatMap(inner => stepLines(inner, `${indent}  `)),
  ];
}
