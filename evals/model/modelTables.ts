import { table } from '../runner/tables';
import { counted, droppedOf, figuresOf, partsOf, type Figure } from './figures';
import { namesOfHypotheses } from './namesOf';
import { isAnswered, stateOf, type Outcome } from './Outcome';

/** Markdown: one line for each case. */
export function caseTable(outcomes: Outcome[]): string {
  return table([
    ['case', 'expected', 'said', 'shown', 'first hypothesis', 'confidence', ''],
    ...outcomes.map(outcome => {
      const { golden, run, said } = outcome;
      const { causes } = golden.expected;
      const names = namesOfHypotheses(outcome);
      const place = names.findIndex(name => causes?.includes(name));
      const verdict = run.analysis?.verdict;
      let judged = 'wrong';
      if (!isAnswered(outcome)) judged = stateOf(outcome);
      else if (!causes)
        judged = verdict === 'no-fault' ? 'right' : 'false alarm';
      else if (verdict === 'no-fault') judged = 'missed';
      else if (place === 0) judged = 'right';
      else if (place > 0 && place < 3) judged = 'among the first three';
      return [
        golden.name,
        causes?.join(', ') ?? 'no fault',
        said?.verdict ?? '–',
        verdict ?? '–',
        names[0] ?? '–',
        run.analysis?.hypotheses[0]?.confidence.toFixed(2) ?? '–',
        judged,
      ];
    }),
  ]);
}

/** Markdown: what was answered, what of it is shown, and what it comes to. */
export function modelTables(outcomes: Outcome[]): string {
  const dropped = droppedOf(outcomes);
  const answered = outcomes.filter(isAnswered);
  return [
    counted(outcomes.map(stateOf))
      .map(([state, count]) => `${count} ${state}`)
      .join(', '),
    table([
      ['of all answers', 'said', 'shown'],
      ...partsOf(outcomes).map(({ part, said, shown }) => [
        part,
        String(said),
        String(shown),
      ]),
    ]),
    dropped.length
      ? table([
          ['not shown because', 'times'],
          ...dropped.map(([reason, count]) => [reason, String(count)]),
        ])
      : 'Nothing was dropped.',
    verdictTable(answered),
    table([
      ['', 'value', 'of', 'must be'],
      ...figuresOf(outcomes).map(figure => [
        figure.name,
        valueOf(figure),
        figure.of === undefined ? '' : String(figure.of),
        figure.must === undefined
          ? ''
          : valueOf({ ...figure, value: figure.must }),
      ]),
    ]),
  ].join('\n\n');
}

/** Markdown: mean and span of each figure over rounds. */
export function roundsTable(rounds: Outcome[][]): string {
  const figures = rounds.map(figuresOf);
  const names = figures[0]?.map(({ name }) => name.replace(/, of \d+$/, ''));
  return table([
    ['', 'mean', 'least', 'most', 'standard deviation'],
    ...(names ?? []).map((name, place) => {
      const [kind] = figures.map(round => round[place]);
      const values = figures.flatMap(round => round[place].value ?? []);
      const shown = (value: number | undefined) => valueOf({ ...kind, value });
      return [name, ...spreadOf(values).map(shown)];
    }),
  ]);
}

/** Mean, least, most, standard deviation; nothing of nothing. */
export function spreadOf(values: number[]): (number | undefined)[] {
  if (!values.length) return [undefined, undefined, undefined, undefined];
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return [
    mean,
    Math.min(...values),
    Math.max(...values),
    values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : undefined,
  ];
}

function verdictTable(outcomes: Outcome[]): string {
  const verdicts = ['identified', 'probable', 'inconclusive', 'no-fault'];
  const row = (name: string, of: (outcome: Outcome) => string | undefined) => {
    const counts = new Map(counted(outcomes.map(one => of(one) ?? 'none')));
    return [name, ...verdicts.map(verdict => String(counts.get(verdict) ?? 0))];
  };
  return table([
    ['verdict', ...verdicts],
    row('said', ({ said }) => said?.verdict),
    row('shown', ({ run }) => run.analysis?.verdict),
    row('the ranking', ({ report }) => report.verdict),
  ]);
}

function valueOf({ value, kind }: Figure): string {
  if (value === undefined) return '–';
  switch (kind) {
    case 'share':
      return `${Math.round(value * 1000) / 10} %`;
    case 'score':
      return value.toFixed(3);
    case 'dollars':
      return `$${value.toFixed(4)}`;
    case 'milliseconds':
      return `${(value / 1000).toFixed(2)} s`;
    case 'tokens':
      return String(Math.round(value));
    default:
      return String(Number(value.toFixed(2)));
  }
}
