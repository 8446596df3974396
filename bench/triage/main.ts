/**
 * `./ghostlight bench triage [--quick]`: what evidence and ranking of a large incident cost beside reads by
 * primary key, and how much memory they take. See docs/benchmarks.md.
 */
import { cpus } from 'node:os';
import { say } from '../../scripts/process';
import { Databases } from '../shared/databases';
import { quick } from '../shared/quick';
import { Report } from '../shared/Report';
import { measureTriage } from './measureTriage';

const kinds = ['PostgreSQL', 'SQLite'] as const;

async function main() {
  const begun = Date.now();
  const report = Report.create();
  const databases = Databases.create();
  try {
    for (const kind of kinds) {
      say(`bench triage: ${kind}`);
      await measureTriage(report, { databases, kind }).catch(error =>
        report.fail(kind, error),
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
