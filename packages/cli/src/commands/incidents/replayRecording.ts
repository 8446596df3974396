import { once } from 'node:events';
import {
  parseIncidentRules,
  type IncidentRules,
} from '@ghostlight/plugin-incidents-common';
import {
  replay,
  type ReplayedIncident,
} from '@ghostlight/plugin-incidents-backend/replay';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { readText } from '../../readText';
import { checkRules } from './checkRules';
import { readCatalog } from './readCatalog';
import { readRecording } from './readRecording';

/**
 * Runs a recording through the real pipeline and prints the incidents it makes, as a JSON array.
 * What could not be read is told on standard error.
 */
export async function replayRecording(
  file: string,
  options: { catalog?: string; rules?: string },
): Promise<ExitStatus> {
  let rules: IncidentRules | undefined;
  if (options.rules) {
    const parsed = parseIncidentRules(await readText(options.rules));
    if ('findings' in parsed) return checkRules([options.rules], {});
    rules = parsed.rules;
  }
  let separator = '[\n';
  const incidents = replay({
    lines: readRecording(file),
    entities: options.catalog ? await readCatalog(options.catalog) : undefined,
    rules,
    onRejected: ({ line, reason, field }) =>
      process.stderr.write(
        `${onOneLine(
          `${file}:${line}: left out${field ? ` ${field}` : ''}: ${reason}`,
        )}\n`,
      ),
  });
  for await (const incident of incidents) {
    const text = JSON.stringify(printed(incident), null, 2);
    await print(separator + text.replace(/^/gm, '  '));
    separator = ',\n';
  }
  await print(separator === '[\n' ? '[]\n' : '\n]\n');
  return ExitCode.ok;
}

/** Waits for who reads, so that what they have not read yet does not pile up here. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** As the API names it, with its members and why it is one incident. */
function printed(incident: ReplayedIncident) {
  const { alerts, because, originRef, suspects, ...rest } = incident;
  return {
    ...rest,
    origin: originRef
      ? { entityRef: originRef, confidence: suspects[0]?.confidence }
      : null,
    why: because,
    suspects,
    members: alerts,
  };
}
