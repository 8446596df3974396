import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { nameOf, type Formats } from '@ghostlight/reliability-react';
import type { RunbooksText } from '../translation';
import { said } from '../translation/en/said';
import { countedBy } from './countedBy';

interface Tools {
  t: RunbooksText;
  format: Formats;
}

type Params = Record<string, string | number>;

/** `code`, `code+…` for another wording of it, each perhaps with a plural. */
const KEY = /^said\.(?<code>[^+_]+)(?:\+[^_]+)?(?:_(?:one|other))?$/;

/** The wordings of a code, those that tell the most first. */
const wordings = new Map<string, { key: string; slots: string[] }[]>();

for (const [key, text] of Object.entries(said)) {
  const { code = '' } = KEY.exec(key)?.groups ?? {};
  const slots = [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
  wordings.set(
    code,
    [
      ...(wordings.get(code) ?? []),
      { key: key.replace(/_(one|other)$/, ''), slots },
    ].sort((one, other) => other.slots.length - one.slots.length),
  );
}

/** Codes as texts have them: a colon would part the name of a set of texts from its key. */
const written = (code: string) => code.replace(/:/g, '/');

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const MEASURED = /^(\d[\d,]*(?:\.\d+)?)( %| s|\/s)$/;
const REF = /^[a-z]+:[^/\s:]+\/\S+$/i;
/** Numbers that are names. */
const NAMES = ['id', 'run'];

/**
 * A parameter as a reader has it: instants in their zone, entities by name, numbers as their language
 * writes them; `…Seconds` as a length of time and `…Ratio` as a percentage.
 */
function readable(name: string, value: string | number, format: Formats) {
  if (typeof value === 'number') {
    if (NAMES.includes(name)) return String(value);
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

/** What an action is called, in quotes; by its own name where that is not known here. */
function actionName(id: string, tools: Tools): string {
  const code = `action.${id}.title`;
  const title = knownSentence({ code, text: id }, tools);
  return title
    ? tools.t('words.quoted', { text: title })
    : readable('', id, tools.format);
}

function paramsOf(
  { code, params = {}, parts = {} }: Sentence,
  tools: Tools,
): Params {
  const result: Params = {};
  for (const [name, value] of Object.entries(params)) {
    if (parts[name]) result[name] = sentenceText(parts[name], tools);
    else if (name === 'action' || name === 'what')
      result[name] = String(value)
        .split(' → ')
        .map(id => actionName(id, tools))
        .join(' → ');
    else result[name] = readable(name, value, tools.format);
  }
  const counted = params[countedBy[code]];
  if (counted !== undefined) {
    result.n = result[countedBy[code]];
    result.count = Number(counted);
  }
  return result;
}

/** What the backend says by code, in the reader's language; undefined for a code that is not known here. */
export function knownSentence(
  sentence: Sentence,
  tools: Tools,
): string | undefined {
  const known = wordings.get(written(sentence.code));
  if (!known) return undefined;
  const params = paramsOf(sentence, tools);
  const fitting = known.find(({ slots }) => slots.every(slot => params[slot]));
  // Which slots a wording has is known above, not to the types.
  const say = tools.t as (key: string, params: Params) => string;
  return fitting && say(fitting.key, params);
}

/** The same, or else the backend's own (English) words. */
export function sentenceText(sentence: Sentence, tools: Tools): string {
  return knownSentence(sentence, tools) ?? sentence.text;
}
