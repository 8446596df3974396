import { randomUUID } from 'node:crypto';
import type { ExecutionRequest } from '@ghostlight/plugin-runbooks-common';
import type { ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askRunbooks } from '../../portal';
import { toEntityRef, toRunbookRef } from '../../refs';
import { exitCodeOf } from './exitCodeOf';
import { follow } from './follow';
import { readInputs } from './readInputs';

export interface RunOptions {
  url: string;
  entity?: string;
  environment?: string;
  input: string[];
  incident?: string;
  dryRun?: boolean;
  reason?: string;
  key?: string;
  wait?: boolean;
  json?: boolean;
}

/** Has a portal run a runbook; with `--wait`, prints it to its end. */
export async function runRunbook(
  ref: string,
  options: RunOptions,
): Promise<ExitStatus> {
  const { url, entity, environment, incident, dryRun, reason, json } = options;
  const body: ExecutionRequest = {
    runbookRef: toRunbookRef(ref),
    inputs: readInputs(options.input),
    // So that a request that is sent again by whatever is in between begins one run.
    key: options.key ?? randomUUID(),
    ...(entity !== undefined && { entityRef: toEntityRef(entity) }),
    ...(environment !== undefined && { environment }),
    ...(incident !== undefined && { incidentId: incident }),
    ...(reason !== undefined && { reason }),
    ...(dryRun && { dryRun }),
  };
  const run = await askRunbooks(url, client =>
    client.request('post', '/v1/executions', { body }),
  );
  process.stderr.write(
    `${onOneLine(`${run.id}  ${run.title}: ${run.said.text}`)}\n`,
  );
  // What would happen is all that a dry run is for.
  if (options.wait || dryRun) return follow(run.id, { url, json });
  process.stdout.write(
    json ? `${JSON.stringify(run, null, 2)}\n` : `${run.id}\n`,
  );
  if (run.finishedAt === undefined)
    process.stderr.write(
      `Follow it with: ghostlight runbook follow ${run.id}\n`,
    );
  return exitCodeOf(run);
}
