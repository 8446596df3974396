import type { Change } from '@ghostlight/plugin-delivery-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askDelivery } from '../../portal';
import { toEntityRef } from '../../refs';

/** Prints what changed lately, of an entity or of all, the latest first. */
export async function changes(
  ref: string | undefined,
  options: { url: string; environment?: string; limit: number; json?: boolean },
): Promise<ExitStatus> {
  const { url, environment, limit } = options;
  const answer = await askDelivery(url, client =>
    client.request('get', '/v1/changes', {
      params: {
        query: {
          ...(ref !== undefined && { entityRef: [toEntityRef(ref)] }),
          environment,
          limit,
        },
      },
    }),
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return ExitCode.ok;
  }
  for (const change of answer.items)
    process.stdout.write(`${onOneLine(lineOf(change))}\n`);
  return ExitCode.ok;
}

function lineOf(change: Change): string {
  const { startedAt, kind, entityRef, environment, version, outcome } = change;
  return [
    startedAt,
    kind,
    outcome,
    entityRef ?? 'unknown entity',
    environment,
    version ?? change.title,
    ...(change.author ? [`by ${change.author}`] : []),
  ].join('  ');
}
