import type { ExecutionDetail } from '@ghostlight/plugin-runbooks-common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askRunbooks, PortalError } from '../../portal';
import { exitCodeOf } from './exitCodeOf';
import { JournalLines } from './journalLines';

/** Between two looks at what is new. */
const lookMs = 1_000;
/** Lines of the journal read at once. */
const page = 200;
/** How long a portal may be away before it is not waited for any more. */
const patienceMs = 60_000;

/** A run as it stands. */
export function readRun(url: string, id: string): Promise<ExecutionDetail> {
  return askRunbooks(url, client =>
    client.request('get', '/v1/executions/{id}', { params: { path: { id } } }),
  );
}

/**
 * Prints a run as it goes, to its end, on stderr; the record of its end on stdout with `json`. The run is
 * the portal's: whoever stops looking stops nothing, and a portal that is away for a moment is asked again.
 *
 * @throws PortalError when it is away for longer
 */
export async function follow(
  id: string,
  options: { url: string; json?: boolean },
): Promise<ExitStatus> {
  const { url } = options;
  const print = (lines: string[]) => {
    for (const line of lines) process.stderr.write(`${line}\n`);
  };
  const stopTelling = tellHowToGoOn(id);
  const lines = JournalLines.create();
  let after = 0;
  let asked = '';
  let answeredAt = Date.now();
  try {
    for (;;) {
      try {
        // The run first: what it has come to is in the journal by then.
        const run = await readRun(url, id);
        after = await readOn(url, id, after, lines, print);
        answeredAt = Date.now();
        const asks = asksOf(run);
        if (asks.join() !== asked) print(asks);
        asked = asks.join();
        if (run.finishedAt !== undefined) {
          print([
            ...lines.flush(),
            onOneLine(`${id}  ${run.state}: ${run.said.text}`),
          ]);
          if (options.json)
            process.stdout.write(`${JSON.stringify(run, null, 2)}\n`);
          return exitCodeOf(run);
        }
      } catch (error) {
        const isAway = error instanceof PortalError && error.isTemporary;
        if (!isAway || Date.now() - answeredAt > patienceMs) throw error;
      }
      await sleep(lookMs);
    }
  } finally {
    stopTelling();
  }
}

/** Prints what is new in the journal. @returns where to go on */
async function readOn(
  url: string,
  id: string,
  after: number,
  lines: JournalLines,
  print: (lines: string[]) => void,
): Promise<number> {
  const { items } = await askRunbooks(url, client =>
    client.request('get', '/v1/executions/{id}/journal', {
      params: { path: { id }, query: { after, limit: page } },
    }),
  );
  for (const entry of items) print(lines.of(entry));
  const last = items.at(-1)?.seq ?? after;
  return items.length < page ? last : readOn(url, id, last, lines, print);
}

/** What waits for somebody, and how to answer. */
function asksOf(run: ExecutionDetail): string[] {
  if (run.state === 'waiting-approval')
    return [
      `${run.id}  waits for an approval: ghostlight runbook answer ${run.id} --approve`,
    ];
  return run.runSteps.flatMap(({ id, title, asks }) => {
    if (!asks) return [];
    const how = {
      manual: '--done',
      approval: '--approve',
      decision: `--choice ${(asks.choices ?? []).map(one => one.id).join('|')}`,
    }[asks.kind];
    return [
      onOneLine(
        `${run.id}  waits for you: ${title}: ghostlight runbook answer ${run.id} ${id} ${how}`,
      ),
      ...(asks.checklist ?? []).map((item, index) =>
        onOneLine(`          ${index + 1}. ${item}`),
      ),
    ];
  });
}

/** Ctrl-C ends the looking only; it says so. @returns what ends that */
function tellHowToGoOn(id: string): () => void {
  const tell = () => {
    process.stderr.write(
      `\n${id} goes on. Follow it with: ghostlight runbook follow ${id}\nStop it with: ghostlight runbook cancel ${id} --reason '…'\n`,
    );
    process.exit(130);
  };
  process.once('SIGINT', tell);
  return () => process.off('SIGINT', tell);
}
