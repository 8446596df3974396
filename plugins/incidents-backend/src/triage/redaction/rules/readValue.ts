import type { Telling } from '../names';
import type { Shadow } from '../shadow';

interface Stretch {
  from: number;
  to: number;
}

const longest = 4_000;
/** A quoted text that ends so much later in another line was not meant. */
const longestOverLines = 300;
const quotes = `"'\``;

/** The value that begins at a place; of a list, each that is quoted. */
export function readValue(
  text: string,
  shadow: Shadow,
  start: number,
  telling: Telling,
): Stretch[] {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  const block = /^[|>][+-]?\d?[ \t]*\r?\n/.exec(text.slice(at, at + 20));
  if (block) return [indented(text, at + block[0].length)];
  if (/[\r\n]/.test(text[at] ?? '')) {
    const next = onNextLine(text, at, text[start - 1]);
    if (next === undefined) return [];
    at = next;
  }
  // After `b'…'` of Python and `!binary` of YAML comes the value.
  const mark = /^(?:b(?=['"])|!\S{1,20} )/.exec(text.slice(at, at + 24));
  if (mark) at += mark[0].length;
  if (text[at] === '[' && quotes.includes(text[at + 1] ?? ' '))
    return quotedList(text, shadow, at + 1);
  if (quotes.includes(text[at] ?? ' ')) return [quotedAt(text, shadow, at)];
  if (text[at] === '{' && text[at + 1] !== '{') return [];
  return [
    unquotedAt(text, at, isAlone(text, start) && telling.kind === 'password'),
  ];
}

/** To the quote that ends it; one that is escaped more often is part of it. */
function quotedAt(text: string, shadow: Shadow, at: number): Stretch {
  const level = (place: number) => shadow.endOf(place) - shadow.startOf(place);
  const from = at + 1;
  let line: number | undefined;
  for (let to = from; to < text.length && to < from + longest; to++) {
    if (text[to] === text[at] && level(to) <= level(at)) return { from, to };
    if (text[to] !== '\n') continue;
    line ??= to;
    if (to - from > longestOverLines) break;
  }
  return { from, to: line ?? Math.min(text.length, from + longest) };
}

function quotedList(text: string, shadow: Shadow, start: number): Stretch[] {
  const found: Stretch[] = [];
  let at = start;
  while (found.length < 50 && quotes.includes(text[at] ?? ' ')) {
    const each = quotedAt(text, shadow, at);
    found.push(each);
    at = each.to + 1;
    while (/[\s,]/.test(text[at] ?? '')) at += 1;
  }
  return found;
}

function unquotedAt(text: string, from: number, toEnd: boolean): Stretch {
  // A replacement that stands here already is no part of it.
  const stands = /^(?:\[[a-z-]{1,12} \d{1,6}\])+/.exec(
    text.slice(from, from + 200),
  );
  const start = from + (stands?.[0].length ?? 0);
  let to = start;
  while (to < text.length && to < start + longest && !ends(text, to, toEnd))
    to += 1;
  while (to > start && isAfterwards(text, start, to - 1)) to -= 1;
  return { from: start, to };
}

/** What is behind a value: the end of a sentence, or of what it is in. */
function isAfterwards(text: string, start: number, at: number): boolean {
  const character = text[at];
  const opening = { '}': '{', ')': '(', ']': '[' }[character];
  return opening
    ? !text.slice(start, at).includes(opening)
    : /[\s.,;:"'`]/.test(character);
}

function ends(text: string, at: number, toEnd: boolean): boolean {
  const character = text[at];
  if (character === '\n' || character === '\r') return true;
  if (toEnd) return character === '#' && text[at - 1] === ' ';
  if (character === ' ' || character === '\t' || character === '<') return true;
  if (character === '>') return true;
  const next = text.slice(at + 1, at + 40);
  // The end of a text that it is in, of a parameter, or of an entry.
  if (quotes.includes(character)) return /^(?:[\s,;:)\]}&]|$)/.test(next);
  if (character === '&' || character === ';' || character === ',')
    return /^(?:\s|$|["']?[A-Za-z_][\w .-]{0,30}["']?[=:])/.test(next);
  return false;
}

/** Whether name and value have a line of YAML for themselves. */
function isAlone(text: string, start: number): boolean {
  if (text[start - 1] !== ':' || text[start] !== ' ') return false;
  const head = text.slice(Math.max(0, start - 80), start);
  return /(?:^|\n)[ \t]*(?:- )?["']?[\w.-]{1,70}["']?:$/.test(head);
}

/** The lines of a block: those that are as far in as the first. */
function indented(text: string, from: number): Stretch {
  const rest = text.slice(from, from + longest);
  const lead = /^[ \t]*/.exec(rest)?.[0] ?? '';
  let length = 0;
  for (const line of lead ? rest.split(/(?<=\n)/) : []) {
    if (line.trim() && !line.startsWith(lead)) break;
    length += line.length;
  }
  const block = rest.slice(0, length).trimEnd();
  return {
    from: from + lead.length,
    to: from + Math.max(lead.length, block.length),
  };
}

/** `password=` at the end of a line, or a value that YAML folds. */
function onNextLine(
  text: string,
  at: number,
  sign: string,
): number | undefined {
  const found = /^\r?\n([ \t]*)([^\s:=]+)(?=[ \t]*(?:\r?\n|$))/.exec(
    text.slice(at, at + 400),
  );
  if (!found || (sign !== '=' && !found[1])) return undefined;
  return at + found[0].length - found[2].length;
}
