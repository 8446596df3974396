/** One line of the table. */
export interface Result {
  what: string;
  ours: string;
  /** What it is compared with. */
  theirs: string;
  ratio: string;
  /** Undefined when nothing is required. */
  required?: string;
  passed?: boolean;
}

const heads = ['what', 'ours', 'compared with', 'ratio', 'required', ''];

/** Collects results and prints them as one Markdown table. */
export class Report {
  private readonly results: Result[] = [];
  private readonly skipped: string[] = [];

  private constructor() {}

  static create() {
    return new Report();
  }

  add(result: Result) {
    this.results.push(result);
    process.stderr.write(`${cells(result).join(' | ')}\n`);
  }

  skip(what: string, reason: string) {
    this.skipped.push(`${what}: skipped, ${reason}`);
  }

  /** A part that could not be measured at all has not met its requirement. */
  fail(what: string, error: unknown) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof Error ? error.stack : message}\n`);
    this.add({
      what,
      ours: message.split('\n')[0],
      theirs: '',
      ratio: '',
      required: 'to run',
      passed: false,
    });
  }

  get failed(): number {
    return this.results.filter(({ passed }) => passed === false).length;
  }

  toString(): string {
    const rows = [heads, ...this.results.map(cells)];
    const widths = heads.map((_, column) =>
      Math.max(...rows.map(row => row[column].length)),
    );
    const line = (row: string[]) =>
      `| ${row.map((cell, n) => cell.padEnd(widths[n])).join(' | ')} |`;
    const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
    return [
      line(rows[0]),
      rule,
      ...rows.slice(1).map(line),
      ...this.skipped,
    ].join('\n');
  }
}

function cells({ what, ours, theirs, ratio, required, passed }: Result) {
  const verdict = passed ? 'PASS' : 'FAIL';
  return [
    what,
    ours,
    theirs,
    ratio,
    required ?? '',
    passed === undefined ? '' : verdict,
  ];
}

/** A span of seconds with three digits, in the unit that suits it. */
export function formatSeconds(seconds: number): string {
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  if (seconds >= 1e-3) return `${(seconds * 1e3).toPrecision(3)} ms`;
  return `${(seconds * 1e6).toPrecision(3)} µs`;
}
