/**
 * `./ghostlight bench incidents [--quick] [--only=intake,flow,api,storm,replay] [--recorded=1000000]`:
 * taking alerts in, making incidents of them, showing them, how well they are grouped, and replaying a
 * recording of so many. See docs/benchmarks.md.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { say } from '../../scripts/process';
import type { DatabaseKind } from '../shared/connect';
import { Databases } from '../shared/databases';
import { quick } from '../shared/quick';
import { Report } from '../shared/Report';
import { reportApi } from './api/reportApi';
import { measureAlertFlow } from './flow/measureAlertFlow';
import { measureIntake } from './intake/measureIntake';
import { reportReplay } from './replay/reportReplay';
import { recordedAlerts } from './sizes';
import { reportGrouping, reportScale } from './storm/reportStorm';

const kinds: DatabaseKind[] = ['SQLite', 'PostgreSQL'];

interface Options {
  databases: Databases;
  /** Alerts of the recording. */
  recorded: number;
}

type Part = (report: Report, options: Options) => Promise<void>;

const parts: Record<string, Part> = {
  intake: report => measureIntake(report),
  flow: eachKind(measureAlertFlow),
  api: eachKind(reportApi),
  storm: async report => {
    await reportScale(report);
    reportGrouping(report);
  },
  replay: (report, { recorded }) => reportReplay(report, recorded),
};

/** One after the other; what fails on one is no reason not to measure the other. */
function eachKind(
  measure: (
    report: Report,
    options: { databases: Databases; kind: DatabaseKind },
  ) => Promise<void>,
): Part {
  return async (report, { databases }) => {
    for (const kind of kinds)
      await measure(report, { databases, kind }).catch(error =>
        report.fail(`On ${kind}`, error),
      );
  };
}

function readOptions(): { wanted: string[]; recorded: number } {
  const known = Object.keys(parts);
  const { values } = parseArgs({
    options: { only: { type: 'string' }, recorded: { type: 'string' } },
  });
  const wanted = values.only?.split(',') ?? known;
  const recorded = Number(values.recorded ?? recordedAlerts);
  const unknown = wanted.filter(name => !known.includes(name));
  if (unknown.length)
    throw new Error(
      `No part ${unknown.join(', ')}. There are: ${known.join(', ')}.`,
    );
  if (!Number.isInteger(recorded) || recorded < 1)
    throw new Error(`--recorded is a number of alerts, not ${values.recorded}`);
  return { wanted, recorded };
}

async function main() {
  const { wanted, recorded } = readOptions();
  const begun = Date.now();
  const report = Report.create();
  const databases = Databases.create();
  try {
    for (const name of wanted) {
      say(`bench incidents: ${name}`);
      await parts[name](report, { databases, recorded }).catch(error =>
        report.fail(name, error),
      );
    }
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

main().catch(error => {
  console.error(error);
  process.exit(1);
});
