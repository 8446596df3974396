import type {
  EvidenceItem,
  TriageAnalysis,
  TriageRun,
} from '@ghostlight/plugin-incidents-common';

/** What is wrong with what is shown of an answer. Independent of what checks it in the product. */
export interface ShownCheck {
  /** Ids of records that are named, wherever. */
  citations: number;
  /** Of them, those that are not in the evidence. */
  unknown: string[];
  /** Numbers, times and versions in texts. */
  numbers: number;
  /** Of them, those that no record holds which the text names: `text: number`. */
  unheld: string[];
}

interface Shown {
  text: string;
  evidence: string[];
}

/** Looks at all that people see of an analysis. */
export function checkShown(run: TriageRun): ShownCheck {
  const { analysis } = run;
  const check: ShownCheck = {
    citations: 0,
    unknown: [],
    numbers: 0,
    unheld: [],
  };
  if (!analysis) return check;
  const records = new Map((run.evidence ?? []).map(item => [item.id, item]));
  const { dropped: _dropped, ...shown } = analysis;
  for (const [id] of JSON.stringify(shown).matchAll(/\b[EF]\d+\b/g)) {
    check.citations += 1;
    if (!records.has(id)) check.unknown.push(id);
  }
  for (const { text, evidence } of textsOf(analysis)) {
    const cited = evidence.flatMap(id => records.get(id) ?? []);
    for (const number of numbersOf(text)) {
      check.numbers += 1;
      if (!cited.some(record => holds(record, number)))
        check.unheld.push(`${text}: ${number.written}`);
    }
  }
  return check;
}

function textsOf(analysis: TriageAnalysis): Shown[] {
  const { hypotheses } = analysis;
  return [
    {
      text: analysis.headline,
      evidence: hypotheses.flatMap(({ supporting }) => supporting),
    },
    ...hypotheses.flatMap(({ title, supporting, claims }) => [
      { text: title, evidence: supporting },
      ...claims,
    ]),
    ...analysis.ruledOut,
    ...analysis.timeline,
    ...analysis.verification,
    ...analysis.prevention,
    ...analysis.actions.map(({ why, evidence }) => ({ text: why, evidence })),
    ...analysis.openQuestions.map(text => ({ text, evidence: [] })),
    ...analysis.injections.map(({ text, evidence }) => ({
      text,
      evidence: [evidence],
    })),
  ];
}

interface Written {
  written: string;
  value: number;
  /** Half of a unit of its last digit. */
  slack: number;
  unit: string;
}

/** Names of things that have digits and say nothing of an incident: p99, 5xx, HTTP/2, E4. */
const names =
  /\b(?:p\d{2}(?:\.\d+)?|[1-5]xx|http\/\d(?:\.\d)?|[a-z][a-z_.]*[-_/]?[a-z]*\d[\w.-]*)\b/gi;

function numbersOf(text: string): Written[] {
  // A name with a digit in it is looked for as a whole.
  const found: Written[] = [];
  const rest = text.replace(names, word => {
    if (!/^(?:p\d|[1-5]xx|http\/|[ef]\d+$)/i.test(word))
      found.push({ written: word, value: NaN, slack: 0, unit: '' });
    return ' ';
  });
  const pattern =
    /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?|\d{1,2}:\d\d(?::\d\d)?|\d+(?:[.,]\d+)*(?:e[-+]?\d+)?/g;
  for (const match of rest.matchAll(pattern)) {
    const written = match[0];
    const after = rest.slice(match.index + written.length);
    const unit = /^\s?(%|percent|ms|s\b|min|h\b|hour|second|millisecond)/i.exec(
      after,
    );
    const isTime = /[-:]/.test(written);
    const plain = written.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
    const [digits, power = '0'] = plain.split('e');
    const decimals = digits.split('.')[1]?.length ?? 0;
    found.push({
      written,
      value: isTime ? NaN : Number(plain),
      slack: isTime ? 0 : 0.5 * 10 ** (Number(power) - decimals),
      unit: (unit?.[1] ?? '').toLowerCase(),
    });
  }
  return found;
}

/** Seconds to a unit. */
const lengths: Record<string, number> = {
  ms: 1e-3,
  millisecond: 1e-3,
  s: 1,
  second: 1,
  min: 60,
  h: 3600,
  hour: 3600,
};

/** As it stands there, rounded, as a percentage of a share, or a length of time in another unit. */
function holds(record: EvidenceItem, one: Written): boolean {
  const { link: _link, ...rest } = record;
  const text = JSON.stringify(rest).toLowerCase();
  if (Number.isNaN(one.value)) {
    const wanted = one.written.toLowerCase().replace(/\.\d+z?$|z$/, '');
    return text.includes(wanted) || text.includes(wanted.replace(' ', 't'));
  }
  const slack = one.slack * (1 + 1e-9) + 1e-12;
  const seconds = lengths[one.unit];
  for (const [written] of text.matchAll(/\d+(?:[.,]\d+)*(?:e[-+]?\d+)?/g)) {
    const known = Number(written.replace(/,(?=\d{3})/g, ''));
    const readings = [known];
    if (one.unit === '%' || one.unit === 'percent') readings.push(known * 100);
    if (seconds)
      for (const length of Object.values(lengths))
        readings.push((known * length) / seconds);
    if (readings.some(reading => Math.abs(reading - one.value) <= slack))
      return true;
  }
  return false;
}
