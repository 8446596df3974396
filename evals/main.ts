/**
 * `./ghostlight evals [options]`: how well triage does, on golden and on simulated incidents. `--help` lists
 * the options; evals/README.md says what is measured.
 */
import { parseArgs } from 'node:util';
import { say } from '../scripts/process';
import { evaluateLive, evaluateModel } from './model/evaluateModel';
import { readFeedback } from './portal/readFeedback';
import { fitRanking } from './runner/fitRanking';
import { evaluateLearned } from './runner/evaluateLearned';
import { evaluateCases, evaluateSimulated } from './runner/evaluateRanking';

const help = `./ghostlight evals [options]

  --only=cases,model,simulated   these alone:
                  cases      the ranking on the golden incidents of evals/cases, beside four baselines
                  model      answers of the model to the same, as recorded in evals/answers, and the red team
                  simulated  the ranking on simulated incidents
                  learned    what a portal learns of 500 of them, on later ones; only when asked for
  --simulated=N   how many of them; 300
  --requests DIR  write requests without a recording to DIR, for somebody to answer
  --answers DIR   take answers written by hand from DIR (<hash>.answer.json) into evals/answers
  --prune         take away recordings that nobody asks for any more
  --live[=N]      ask the API of Anthropic about each golden incident, N times (5), with ANTHROPIC_API_KEY
                  (and ANTHROPIC_BASE_URL, if it is elsewhere)
  --most-usd=N    with --live: no more than this; 5
  --record        with --live: keep the answers in evals/answers
  --portal URL    what people of a portal said of its analyses; the token is in GHOSTLIGHT_TOKEN
  --fit           fit weights and confidence on the tuning seeds, and print them

Exit code 1: a limit is not kept, or a request is not recorded.`;

const parts = ['cases', 'model', 'simulated'];
/** Takes minutes. */
const slowParts = ['learned'];

async function main() {
  const { values } = parseArgs({
    // An option with a value that may be left out.
    args: process.argv
      .slice(2)
      .map(each => (each === '--live' ? '--live=5' : each)),
    options: {
      only: { type: 'string' },
      simulated: { type: 'string', default: '300' },
      requests: { type: 'string' },
      answers: { type: 'string' },
      prune: { type: 'boolean', default: false },
      live: { type: 'string' },
      'most-usd': { type: 'string', default: '5' },
      record: { type: 'boolean', default: false },
      portal: { type: 'string' },
      fit: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const count = wholeOf('--simulated', values.simulated, 1);
  if (values.fit) {
    console.log(fitRanking(count));
    return;
  }
  // What is asked for by an option of its own is all that is done.
  const byDefault = values.live || values.portal ? [] : parts;
  const only = values.only?.split(',') ?? byDefault;
  const known = [...parts, ...slowParts];
  const unknown = only.filter(part => !known.includes(part));
  if (unknown.length)
    throw new Error(`--only has ${known.join(', ')}, not ${unknown}`);
  let isKept = true;
  if (only.includes('cases')) {
    say('evals: golden incidents');
    const { text, wrong } = evaluateCases();
    console.log(`\n## Golden incidents\n\n${text}`);
    if (wrong) isKept = false;
  }
  if (only.includes('model')) {
    say('evals: answers of the model');
    const { requests, answers, prune } = values;
    if (!(await evaluateModel({ requests, answers, prune }))) isKept = false;
  }
  if (only.includes('simulated')) {
    say(`evals: ${count} simulated incidents`);
    console.log(`\n## Simulated incidents\n\n${evaluateSimulated(count)}`);
  }
  if (only.includes('learned')) {
    say(`evals: ${count} incidents after 500 that were learned from`);
    console.log(`\n## Learned ranking\n\n${await evaluateLearned(count)}`);
  }
  if (values.live) {
    const times = wholeOf('--live', values.live, 1);
    const mostUsd = Number(values['most-usd']);
    if (!(mostUsd > 0))
      throw new Error(
        `--most-usd is a sum of dollars, not ${values['most-usd']}`,
      );
    const { record } = values;
    if (!(await evaluateLive({ times, mostUsd, record }))) isKept = false;
  }
  if (values.portal)
    console.log(
      `\n## What people said, ${values.portal}\n\n${await readFeedback(
        values.portal,
      )}`,
    );
  if (!isKept) process.exitCode = 1;
}

function wholeOf(option: string, given: string, least: number): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < least)
    throw new Error(`${option} is a whole number from ${least}, not ${given}`);
  return number;
}

main().catch(error => {
  // What is wrong with the call is said, not traced.
  console.error(
    error instanceof Error && !process.env.DEBUG ? error.message : error,
  );
  process.exit(2);
});
