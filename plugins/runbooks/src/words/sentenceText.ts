import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { nameOf, type Formats } from '@ghostlight/reliability-react';
import type { RunbooksText } from '../translation';
import { said } from '../translation/en/said';

interface Tools {
  t: RunbooksText;
  format: Formats;
}

type Params = Record<string, string>;
type SaidKey = keyof typeof said;

/** The wordings of a code, those that tell the most first. */
const wordings = new Map<string, { key: SaidKey; slots: string[] }[]>();

for (const [key, text] of Object.entries(said)) {
  const code = key.slice('said.'.length).split('+')[0];
  const slots = [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
  wordings.set(
    code,
    [...(wordings.get(code) ?? []), { key: key as SaidKey, slots }].sort(
      (a, b) => b.slots.length - a.slots.length,
    ),
  );
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const MEASURED = /^(\d[\d,]*(?:\.\d+)?)( %| s|\/s)$/;
const REF = /^[a-z]+:[^/\s:]+\/\S+$/i;

/**
 * A parameter as a reader has it: instants in their zone, entities by name, numbers as their language
 * writes them; `…Seconds` as a length of time and `…Ratio` as a percentage.
 */
function written(name: string, value: string | number, format: Formats) {
  if (typeof value === 'number') {
    if (/seconds$/i.test(name)) return format.duration(value);
    if (/(ratio|share)$/i.test(name)) return format.percent(value);
    return value.toLocaleString(format.language, {
      maximumSignificantDigits: 6,
    });
  }
  if (INSTANT.test(value)) {
    return format.time(Date.parse(value) / 1000, 'dateTime');
  }
  if (REF.test(value)) return nameOf(value);
  const [, digits, unit] = MEASURED.exec(value) ?? [];
  if (digits === undefined) return value;
  const number = Number(digits.replace(/,/g, ''));
  return `${number.toLocaleString(format.language, {
    maximumSignificantDigits: 6,
  })}${unit}`;
}

function readable(
  { params = {} }: Sentence,
  within: readonly Sentence[],
  tools: Tools,
): Params {
  const result: Params = {};
  for (const [name, value] of Object.entries(params)) {
    const nested = within.find(({ text }) => text && text === value);
    result[name] = nested
      ? sentenceText(nested, tools)
      : written(name, value, tools.format);
  }
  return result;
}

/** What the backend says by code, in the reader's language; undefined for a code that is not known here. */
export function knownSentence(
  sentence: Sentence,
  tools: Tools,
  within: readonly Sentence[] = [],
): string | undefined {
  const known = wordings.get(sentence.code);
  if (!known) return undefined;
  const params = readable(sentence, within, tools);
  const fitting = known.find(({ slots }) => slots.every(slot => params[slot]));
  // Which slots a wording has is known above, not to the types.
  const say = tools.t as (key: SaidKey, params: Params) => string;
  return fitting && say(fitting.key, params);
}

/**
 * The same, or else the backend's own (English) words.
 *
 * @param within - sentences that this one may quote
 */
export function sentenceText(
  sentence: Sentence,
  tools: Tools,
  within: readonly Sentence[] = [],
): string {
  return knownSentence(sentence, tools, within) ?? sentence.text;
}
