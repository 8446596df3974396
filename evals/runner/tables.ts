import { rankers, type Tally } from './Tally';

const percent = (share: number) => `${Math.round(share * 100)} %`;
const share = (part: number, of: number) => (of ? percent(part / of) : '–');

/** Markdown: the ranker beside the baselines. */
export function rankerTable(tally: Tally): string {
  const rows = rankers.map(name => {
    const { faulty, first, three, missed, healthy, falseAlarms } =
      tally.of(name);
    return [
      name,
      share(first, faulty),
      share(three, faulty),
      share(missed, faulty),
      share(falseAlarms, healthy),
    ];
  });
  const { faulty, healthy } = tally.of('ours');
  return [
    `${faulty} incidents, ${healthy} healthy; Brier score of our confidence ${tally.brier.toFixed(
      3,
    )}`,
    '',
    table([
      ['ranker', 'top-1', 'top-3', 'fault missed', 'false alarm when healthy'],
      ...rows,
    ]),
  ].join('\n');
}

/** Markdown: our ranker by group. */
export function groupTable(tally: Tally): string {
  return table([
    ['group', 'cases', 'top-1', 'top-3', 'fault missed', 'false alarms'],
    ...tally.groups.map(name => {
      const { faulty, first, three, missed, healthy, falseAlarms } =
        tally.of(name);
      return [
        name,
        String(faulty + healthy),
        share(first, faulty),
        share(three, faulty),
        share(missed, faulty),
        share(falseAlarms, healthy),
      ];
    }),
  ]);
}

export function table([head, ...rows]: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map(row => row[column].length)),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [
    line(head),
    `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}
