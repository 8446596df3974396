/**
 * `./ghostlight bench runbooks [--quick] [--only=steps,policies]`: what runs cost beside the commits that
 * they take, and what an incident costs as policies grow in number. See docs/benchmarks.md.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { say } from '../../scripts/process';
import { Databases } from '../shared/databases';
import { quick } from '../shared/quick';
import { Report } from '../shared/Report';
import { parts } from './parts';

function wantedParts(): string[] {
  const known = Object.keys(parts);
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wanted = values.only?.split(',') ?? known;
  const unknown = wanted.filter(name => !known.includes(name));
  if (unknown.length)
    throw new Error(
      `No part ${unknown.join(', ')}. There are: ${known.join(', ')}.`,
    );
  return wanted;
}

async function main() {
  const wanted = wantedParts();
  const begun = Date.now();
  const report = Report.create();
  const databases = Databases.create();
  try {
    for (const name of wanted) {
      say(`bench runbooks: ${name}`);
      await parts[name](report, { databases }).catch(error =>
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
