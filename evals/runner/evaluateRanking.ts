import { replayTriage } from '@ghostlight/plugin-incidents-backend/triage';
import { makeIncident } from '../simulator/makeIncident';
import { readCases } from './readCases';
import { groupTable, rankerTable, table } from './tables';
import { namesOf, Tally } from './Tally';

/** The seeds that weights were fitted on begin at 30,000; these are others. */
const reportSeeds = 900_000;

/** The deterministic ranker on the golden incidents; the outcome is one line a case and two tables. */
export function evaluateCases(): { text: string; wrong: number } {
  const tally = Tally.create();
  const rows: string[][] = [];
  let wrong = 0;
  for (const { name, class: group, expected, case: given } of readCases()) {
    const report = replayTriage(given);
    tally.add(given, expected, report, [group]);
    const names = namesOf(report);
    const isRight = expected.causes
      ? report.verdict !== 'no-fault' &&
        names.slice(0, 3).some(found => expected.causes!.includes(found))
      : report.verdict === 'no-fault';
    if (!isRight) wrong += 1;
    const [first] = report.suspects;
    rows.push([
      name,
      expected.causes?.join(', ') ?? 'no fault',
      report.verdict,
      names[0] ?? '–',
      first ? first.confidence.toFixed(2) : '–',
      isRight
        ? expected.causes && !expected.causes.includes(names[0])
          ? 'in the first three'
          : 'right'
        : 'WRONG',
    ]);
  }
  const text = [
    table([
      ['case', 'expected', 'verdict', 'first suspect', 'confidence', ''],
      ...rows,
    ]),
    rankerTable(tally),
    groupTable(tally),
  ].join('\n\n');
  return { text, wrong };
}

/** The same on simulated incidents of seeds that nothing was fitted on. */
export function evaluateSimulated(count: number): string {
  const tally = Tally.create();
  for (let seed = reportSeeds; seed < reportSeeds + count; seed++) {
    const { case: given, expected, fault } = makeIncident(seed);
    tally.add(given, expected, replayTriage(given), [
      fault,
      given.metrics ? 'with metrics' : 'without metrics',
      given.dependencies ? 'with dependencies' : 'without dependencies',
    ]);
  }
  return `${rankerTable(tally)}\n\n${groupTable(tally)}`;
}
