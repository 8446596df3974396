import type {
  DryRun,
  DryRunIncident,
} from '@ghostlight/plugin-incidents-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askIncidents } from '../../portal';
import { readText } from '../../readText';

/** Prints which incidents there would have been under other rules, as a difference. */
export async function dryRun(
  file: string,
  options: { url: string; from?: string; to?: string; json?: boolean },
): Promise<ExitStatus> {
  const { url, from, to } = options;
  const yaml = await readText(file);
  const answer = await askIncidents(url, client =>
    client.request('post', '/v1/rules/dry-run', { body: { yaml, from, to } }),
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    for (const line of linesOf(answer))
      process.stdout.write(`${onOneLine(line)}\n`);
  }
  const { added, removed, changed } = answer;
  const same = added.length + removed.length + changed.length === 0;
  return same ? ExitCode.ok : ExitCode.wrong;
}

function linesOf(answer: DryRun): string[] {
  const { added, removed, changed } = answer;
  return [
    `${answer.events} reports from ${answer.from} to ${answer.to}${
      answer.truncated ? ' (there were more)' : ''
    }: ${answer.before} incidents now, ${answer.after} with these rules, ${
      answer.same
    } the same`,
    ...added.map(incident => `+ ${inWords(incident)}`),
    ...removed.map(incident => `- ${inWords(incident)}`),
    ...changed.map(
      ({ before, after, gained, lost }) =>
        `~ ${inWords(before)} → ${after.severity} ${after.title}: ${
          gained.length
        } alerts more, ${lost.length} fewer`,
    ),
  ];
}

function inWords(incident: DryRunIncident): string {
  const { incidentId, severity, title, startedAt, alertIds } = incident;
  return `${incidentId ? `${incidentId} ` : ''}${severity} ${title} (${
    alertIds.length
  } alerts from ${startedAt})`;
}
