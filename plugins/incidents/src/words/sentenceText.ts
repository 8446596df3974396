import type { Sentence } from '@ghostlight/plugin-incidents-common';
import { nameOf, type Formats } from '@ghostlight/reliability-react';
import type { IncidentsText } from '../translation';
import { outcomes } from '../translation/en/outcomes';
import { saidTriage } from '../translation/en/saidTriage';
import { shared } from '../translation/en/shared';
import { ALERT_SEVERITIES } from './tones';

interface Tools {
  t: IncidentsText;
  format: Formats;
}

type SaidKey = keyof typeof saidTriage;

/** The wordings of a code, those that tell the most first; a plural's forms are one wording. */
const wordings = new Map<string, { key: string; slots: string[] }[]>();

for (const [form, text] of Object.entries(saidTriage)) {
  const key = form.replace(/_(one|other)$/, '');
  const code = key.slice('said.'.length).split('+')[0];
  const slots = [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
  const others = (wordings.get(code) ?? []).filter(each => each.key !== key);
  wordings.set(
    code,
    [...others, { key, slots }].sort((a, b) => b.slots.length - a.slots.length),
  );
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const ENTITY = /^[a-z]+:[\w.-]+\/[\w.-]+$/i;

const has = <T extends object>(
  known: T,
  key: string,
): key is keyof T & string => Object.hasOwn(known, key);

/** Parameters that are one of a known set, in words. */
function named(name: string, value: string, { t, format }: Tools) {
  if (name === 'kind' && has(shared.changeKind, value)) {
    return t(`changeKind.${value}`);
  }
  if (name === 'part' && has(outcomes.evidencePart, value)) {
    return t(`evidencePart.${value}`);
  }
  const severity = ALERT_SEVERITIES.find(each => each === value);
  return name === 'severity' && severity
    ? t(`severity.${severity}`).toLocaleLowerCase(format.language)
    : undefined;
}

function written(value: string | number, { format }: Tools): string {
  if (typeof value === 'number') {
    return value.toLocaleString(format.language, {
      maximumSignificantDigits: 6,
    });
  }
  if (INSTANT.test(value)) {
    return format.time(Date.parse(value) / 1000, 'dateTime');
  }
  return ENTITY.test(value) ? nameOf(value) : value;
}

/**
 * What the backend says by code, in the reader's language; undefined for a code that is not known here.
 *
 * @param within - sentences that this one may quote
 */
export function knownSentence(
  { code, params = {} }: Sentence,
  tools: Tools,
  within: readonly Sentence[] = [],
): string | undefined {
  const known = wordings.get(code);
  if (!known) return undefined;
  const fitting = known.find(({ slots }) =>
    slots.every(slot => params[slot] !== undefined && params[slot] !== ''),
  );
  if (!fitting) return undefined;
  const slots: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    const quoted = within.find(each => each.text !== '' && each.text === value);
    if (quoted) {
      slots[name] = sentenceText(quoted, tools);
    } else if (name === 'count') {
      // A plural is chosen by the number itself.
      slots[name] = Number(value);
    } else {
      slots[name] = named(name, String(value), tools) ?? written(value, tools);
    }
  }
  // Which slots a wording has is known above, not to the types.
  const say = tools.t as (key: SaidKey, params: typeof slots) => string;
  return say(fitting.key as SaidKey, slots);
}

/** The same, or else the backend's own (English) words. */
export function sentenceText(
  sentence: Sentence,
  tools: Tools,
  within: readonly Sentence[] = [],
): string {
  return knownSentence(sentence, tools, within) ?? sentence.text;
}
