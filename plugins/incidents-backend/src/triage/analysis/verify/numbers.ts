import { plainText } from './plainText';

/** A number as it stands in a text. */
export interface WrittenNumber {
  /** As written, digits in ASCII. */
  text: string;
  value: number;
  /** Half of a unit of its last digit: by so much a rounded one may differ. */
  slack: number;
  percent: boolean;
  /** What follows it, in seconds; for lengths of time. */
  seconds?: number;
}

const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6,
  0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810,
];

/** Digits of every script as ASCII ones. */
function asciiDigits(text: string): string {
  return text.replace(/\P{ASCII}/gu, sign => {
    const code = sign.codePointAt(0) ?? 0;
    const zero = zeros.find(first => code >= first && code < first + 10);
    return zero === undefined ? sign : String(code - zero);
  });
}

/** What a text says, in one form, for numbers to be read of it. */
export function readable(text: string): string {
  return asciiDigits(plainText(text, 100_000));
}

const instant =
  /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g;
const clock = /(?<![\d:.])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g;
/** Letters and digits in one word: p99, v1.4.2, checkout-2, 5xx, 0x1f. */
const name =
  /(?<![\p{L}\p{N}])(?:\p{L}[\p{L}\p{N}_]*(?:[-./_:][\p{L}\p{N}_]+)*|\d[\p{N}.]*\p{L}[\p{L}\p{N}_]*(?:[-./_][\p{L}\p{N}_]+)*)/gu;
const number =
  /(?<![\p{L}\p{N}])[-+\u2212]?\d+(?:[.,\u2019' ]\d{3})*(?:[.,]\d+)?/gu;

const lengths: [RegExp, number][] = [
  [/^(?:ms|millis\w*|milisegundos?)(?![\p{L}])/iu, 0.001],
  [/^(?:s|secs?|seconds?|segundos?)(?![\p{L}])/iu, 1],
  [/^(?:min|mins|minutes?|minutos?)(?![\p{L}])/iu, 60],
  [/^(?:h|hrs?|hours?|horas?)(?![\p{L}])/iu, 3600],
];
const withUnit =
  /^(\d+(?:[.,]\d+)?)(ms|s|m|min|h|d|x|k|rps|mb|gb|kb|mib|gib|%)$/i;

/** What of a text has to be held by a record: numbers, times, and words with digits in them. */
export function numbersIn(text: string): {
  numbers: WrittenNumber[];
  clocks: string[];
  instants: string[];
  names: string[];
} {
  let rest = readable(text);
  const take = (pattern: RegExp) => {
    const found: string[] = [];
    rest = rest.replace(pattern, match => {
      found.push(match);
      return ' ';
    });
    return found;
  };
  const instants = take(instant);
  const clocks = take(clock);
  const words: string[] = [];
  const numbers: WrittenNumber[] = [];
  rest = rest.replace(name, word => {
    if (!/\d/.test(word)) return word;
    const [, digits, unit] = withUnit.exec(word) ?? [];
    if (digits) return `${digits} ${unit}`;
    words.push(word);
    return ' ';
  });
  for (const match of rest.matchAll(number)) {
    const after = rest.slice(match.index + match[0].length).trimStart();
    const [, seconds] = lengths.find(([unit]) => unit.test(after)) ?? [];
    const percent = /^(?:%|percent|per cent|por ciento)/i.test(after);
    for (const read of readings(match[0]))
      numbers.push({ text: match[0].trim(), ...read, percent, seconds });
  }
  return { numbers, clocks, instants, names: words };
}

/** A number may be written as in English or as in Spanish: 1,234.5 and 1.234,5. Both are given. */
function readings(text: string): { value: number; slack: number }[] {
  const plain = text.replace(/\u2212/g, '-').replace(/[\u2019' ]/g, '');
  const forms = new Set<string>();
  const english = plain.replace(/,(?=\d{3}(?:\D|$))/g, '');
  if (/^[-+]?\d+(\.\d+)?$/.test(english)) forms.add(english);
  const spanish = plain.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  if (/^[-+]?\d+(\.\d+)?$/.test(spanish)) forms.add(spanish);
  return [...forms].map(form => ({
    value: Number(form),
    slack: 0.5 * 10 ** -(form.split('.')[1]?.length ?? 0),
  }));
}
