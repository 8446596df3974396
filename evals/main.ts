/**
 * `./ghostlight evals [--only=cases,simulated] [--simulated=300] [--fit]`: how well triage ranks, on the
 * golden incidents of evals/cases and on simulated ones, beside four baselines. `--fit` fits the weights
 * and the confidence table on the tuning seeds and prints them. See evals/README.md.
 */
import { parseArgs } from 'node:util';
import { say } from '../scripts/process';
import { fitRanking } from './runner/fitRanking';
import { evaluateCases, evaluateSimulated } from './runner/evaluateRanking';

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: 'cases,simulated' },
      simulated: { type: 'string', default: '300' },
      fit: { type: 'boolean', default: false },
    },
  });
  const count = Number(values.simulated);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(
      `--simulated is a number of incidents, not ${values.simulated}`,
    );
  if (values.fit) {
    console.log(fitRanking(count));
    return;
  }
  const parts = values.only.split(',');
  if (parts.includes('cases')) {
    say('evals: golden incidents');
    const { text, wrong } = evaluateCases();
    console.log(`\n## Golden incidents\n\n${text}`);
    if (wrong) process.exitCode = 1;
  }
  if (parts.includes('simulated')) {
    say(`evals: ${count} simulated incidents`);
    console.log(`\n## Simulated incidents\n\n${evaluateSimulated(count)}`);
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
