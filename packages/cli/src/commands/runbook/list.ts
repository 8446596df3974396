import type { Runbook } from '@ghostlight/plugin-runbooks-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askRunbooks } from '../../portal';
import { toEntityRef } from '../../refs';

/** Prints runbooks, of all or of one entity, or those that may help with an incident. */
export async function listRunbooks(
  words: string[],
  options: {
    url: string;
    entity?: string;
    incident?: string;
    limit: number;
    json?: boolean;
  },
): Promise<ExitStatus> {
  const found = await find(words.join(' '), options);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return ExitCode.ok;
  }
  for (const runbook of found)
    for (const line of linesOf(runbook))
      process.stdout.write(`${onOneLine(line)}\n`);
  return ExitCode.ok;
}

async function find(
  words: string,
  options: { url: string; entity?: string; incident?: string; limit: number },
): Promise<Runbook[]> {
  const { url, entity, incident, limit } = options;
  if (incident !== undefined) {
    const { items } = await askRunbooks(url, client =>
      client.request('get', '/v1/suggestions', {
        params: { query: { incidentId: incident } },
      }),
    );
    return items.flatMap(({ runbook }) => runbook ?? []).slice(0, limit);
  }
  const { items } = await askRunbooks(url, client =>
    client.request('get', '/v1/runbooks', {
      params: {
        query: {
          limit,
          ...(words && { q: words }),
          ...(entity !== undefined && { entityRef: toEntityRef(entity) }),
        },
      },
    }),
  );
  return items;
}

function linesOf(runbook: Runbook): string[] {
  const { ref, title, steps, lastRun, stale, runnable, because } = runbook;
  return [
    [
      ref,
      title,
      runnable ? `${steps} steps` : 'for reading',
      lastRun ? `${lastRun.state} (${lastRun.id})` : 'never run',
    ].join('  '),
    ...(because ?? []).map(({ text }) => `  ${text}`),
    ...(stale ? [`  ${stale.text}`] : []),
  ];
}
