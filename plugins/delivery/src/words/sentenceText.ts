import type { Sentence } from '@ghostlight/plugin-delivery-common';
import { nameOf, type Formats } from '@ghostlight/reliability-react';
import type { DeliveryText } from '../translation';
import { said } from '../translation/en/said';
import { checkTitle } from './checkTitle';
import { isMetric } from './metrics';

interface Tools {
  t: DeliveryText;
  format: Formats;
}

type Params = Record<string, string>;

/** The wordings of a code, those that tell the most first. */
const wordings = new Map<string, { key: SaidKey; slots: string[] }[]>();
type SaidKey = keyof typeof said;

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
const MEASURED = /^(\d[\d,]*(?:\.\d+)?)( %| s|\/s|×)?$/;
const PERSON = /^(user|group):/i;

function written(value: string | number, { format }: Tools): string {
  const text = String(value);
  if (INSTANT.test(text))
    return format.time(Date.parse(text) / 1000, 'dateTime');
  if (PERSON.test(text)) return nameOf(text);
  const [, digits, unit = ''] = MEASURED.exec(text) ?? [];
  if (digits === undefined || typeof value === 'number' || !unit) return text;
  const number = Number(digits.replace(/,/g, ''));
  return `${number.toLocaleString(format.language, {
    maximumSignificantDigits: 6,
  })}${unit}`;
}

/** A list of sentences, each in the reader's language. */
function quoting(
  text: string,
  within: readonly Sentence[],
  tools: Tools,
): string {
  return within.reduce(
    (quoted, one) =>
      one.text && quoted.includes(one.text)
        ? quoted.split(one.text).join(sentenceText(one, tools))
        : quoted,
    text,
  );
}

/** Parameters as a reader has them: times in their zone, names of metrics and checks in their language. */
function readable(
  { params = {}, text }: Sentence,
  within: readonly Sentence[],
  tools: Tools,
): Params {
  const { t, format } = tools;
  // What a platform said itself is quoted where there is nothing else to say it with.
  const result: Params = { text };
  for (const [name, value] of Object.entries(params)) {
    const nested = within.find(one => one.text && one.text === value);
    result[name] = nested
      ? sentenceText(nested, tools)
      : quoting(written(value, tools), within, tools);
  }
  if (isMetric(params.metric)) {
    const title = t(`metric.${params.metric}`);
    result.title =
      title.charAt(0).toLocaleUpperCase(format.language) + title.slice(1);
  }
  if (result.limit && params.comparison) {
    const { limit } = result;
    result.bound =
      params.comparison === '>='
        ? t('words.orMore', { limit })
        : t('words.orLess', { limit });
  }
  if (typeof params.checks === 'string') {
    result.checks = params.checks
      .split(', ')
      .map(title => checkTitle(title, t).toLocaleLowerCase(format.language))
      .join(', ');
  }
  if (params.paused === 1 && result.name) result.pausedName = result.name;
  // No request went to the old version: there is nothing to compare with.
  if (params.baselineN === 0) delete result.baselineN;
  if (typeof params.errors === 'number') {
    result.errors = format.percent(params.errors);
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
