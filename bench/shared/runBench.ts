import { cpus } from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { say } from '../../scripts/process';
import type { DatabaseKind } from './connect';
import { Databases } from './databases';
import { quick } from './quick';
import { Report } from './Report';

/** Measures one thing and adds what it finds to the report. */
export type Part = (
  report: Report,
  options: { databases: Databases },
) => Promise<void>;

/** One after the other; what fails on one is no reason not to measure the other. */
export function eachKind(
  measure: (
    report: Report,
    options: { databases: Databases; kind: DatabaseKind },
  ) => Promise<void>,
): Part {
  return async (report, { databases }) => {
    for (const kind of ['SQLite', 'PostgreSQL'] as const)
      await measure(report, { databases, kind }).catch(error =>
        report.fail(`On ${kind}`, error),
      );
  };
}

/**
 * Runs the parts that `--only` names, or all, prints their table, and ends the process.
 *
 * @param options - of which the parts read the values themselves
 */
export function runParts(
  family: string,
  parts: Record<string, Part>,
  options: NonNullable<ParseArgsConfig['options']> = {},
) {
  const { values } = parseArgs({
    options: { ...options, only: { type: 'string' } },
  });
  const wanted = wantedOf(Object.keys(parts), values.only as string);
  return runBench(async (report, databases) => {
    for (const name of wanted) {
      say(`bench ${family}: ${name}`);
      await parts[name](report, { databases }).catch(error =>
        report.fail(name, error),
      );
    }
  });
}

/** Measures, prints the table with the machine that it is of, and ends the process. */
export function runBench(
  measure: (report: Report, databases: Databases) => Promise<void>,
) {
  main(measure).catch(error => {
    console.error(error);
    process.exit(1);
  });
}

async function main(
  measure: (report: Report, databases: Databases) => Promise<void>,
) {
  const begun = Date.now();
  const report = Report.create();
  const databases = Databases.create();
  try {
    await measure(report, databases);
  } finally {
    await databases.stop();
  }
  const took = ((Date.now() - begun) / 60_000).toFixed(1);
  const [{ model }] = cpus();
  console.log(
    `\n${report}\n\n${cpus().length} × ${model}, Node ${
      process.version
    }, ${took} min${quick ? ', quick: these numbers prove nothing' : ''}; ${
      report.failed ? `${report.failed} FAILED` : 'all PASS'
    }`,
  );
  process.exit(report.failed ? 1 : 0);
}

function wantedOf(known: string[], only: string | undefined): string[] {
  const wanted = only?.split(',') ?? known;
  const unknown = wanted.filter(name => !known.includes(name));
  if (unknown.length)
    throw new Error(
      `No part ${unknown.join(', ')}. There are: ${known.join(', ')}.`,
    );
  return wanted;
}
