const simpleEscapes: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

const escape =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([^])|$)/g;

function codePoint(hex: string, radix: number, limit: number): string {
  const value = parseInt(hex, radix);
  if (value > limit || (value >= 0xd800 && value <= 0xdfff))
    throw new Error(`escape \\${hex} is not a character`);
  return String.fromCodePoint(value);
}

/**
 * The value of a PromQL string literal, which follows Go. Escapes of single bytes are taken up to
 * 0x7f only: above, they would be parts of a character. Throws an Error that says what is wrong.
 */
export function unquote(literal: string): string {
  const mark = literal[0];
  if (literal.length < 2 || literal[literal.length - 1] !== mark)
    throw new Error('the string is not closed');
  const body = literal.slice(1, -1);
  if (mark === '`') return body.replaceAll('\r', '');
  if (body.includes('\n')) throw new Error('the string has a line break');
  let closed = true;
  const value = body.replace(escape, (_all, x, u, bigU, octal, simple) => {
    if (x) return codePoint(x, 16, 0x7f);
    if (u) return codePoint(u, 16, 0xffff);
    if (bigU) return codePoint(bigU, 16, 0x10ffff);
    if (octal) return codePoint(octal, 8, 0x7f);
    if (simple === undefined) closed = false;
    const known = simpleEscapes[simple];
    if (known === undefined && closed)
      throw new Error(`unknown escape \\${simple}`);
    return known;
  });
  if (!closed) throw new Error('the string is not closed');
  return value;
}

/** A PromQL string literal of a value. */
export function quote(value: string): string {
  const body = value
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(
      /\p{Cc}/gu,
      c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `"${body}"`;
}

const units: [string, number][] = [
  ['y', 365 * 86_400_000],
  ['w', 7 * 86_400_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** Milliseconds of `1h30m` or of a plain number of seconds; undefined when it is neither. */
export function parseDuration(text: string): number | undefined {
  if (/^(\d+(y|w|d|h|ms|m|s))+$/.test(text)) {
    let ms = 0;
    for (const [, count, unit] of text.matchAll(/(\d+)(ms|[ywdhms])/g))
      ms += Number(count) * units.find(([name]) => name === unit)![1];
    return ms;
  }
  const seconds = parseNumber(text);
  return seconds === undefined || !Number.isFinite(seconds)
    ? undefined
    : Math.round(seconds * 1000);
}

/** `5m`, `1h30m`, `30d`, `1s500ms`: whole units from days down, as people write them. */
export function printDuration(ms: number): string {
  let rest = Math.round(ms);
  let text = '';
  for (const [unit, size] of units.slice(2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count) text += `${count}${unit}`;
  }
  return text || '0s';
}

/** The value of a number literal. A leading zero makes it octal, as in Prometheus. */
export function parseNumber(text: string): number | undefined {
  const plain = text.replaceAll('_', '').toLocaleLowerCase('en-US');
  if (plain === 'inf') return Infinity;
  if (plain === 'nan') return NaN;
  if (/^0[0-7]+$/.test(plain)) return parseInt(plain, 8);
  if (/^0x[0-9a-f]+$/.test(plain) || /^[\d.]+(e[+-]?\d+)?$/.test(plain)) {
    const value = Number(plain);
    return Number.isNaN(value) ? undefined : value;
  }
  return undefined;
}

export function printNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return 'Inf';
  return value === -Infinity ? '-Inf' : String(value);
}
