import { foldCharacter } from './foldCharacter';
import { matchesOf } from './matchesOf';

/**
 * A text as a reader would take it: escapes of URLs, JSON and HTML undone, look-alikes of Latin letters
 * made Latin; and where each of its characters comes from.
 */
export interface Shadow {
  text: string;
  /** In the original: where the character at this place begins. */
  startOf(place: number): number;
  /** In the original: where the character at this place ends. */
  endOf(place: number): number;
}

/** What reads otherwise than it is written. */
const escapes =
  /%[0-9a-f]{2}|(?<!\\)\\+["'/`nrtux]|&(?:#[0-9x]|amp;|quot;|apos;|lt;|gt;)|[^ -~\s]/giu;

export function shadowOf(text: string): Shadow {
  const plain: Shadow = {
    text,
    startOf: place => place,
    endOf: place => place + 1,
  };
  const first = decode(text);
  if (!first) return plain;
  // Escaped twice over, each in its own way: `%5Cu0040`.
  const second = decode(first.text);
  return second ? compose(second, first) : first;
}

/** The same without the characters at certain places. */
export function without(shadow: Shadow, leftOut: Uint8Array): Shadow {
  const kept: number[] = [];
  let text = '';
  let from = 0;
  for (let at = 0; at <= leftOut.length; at++) {
    if (at < leftOut.length && !leftOut[at]) {
      kept.push(at);
      continue;
    }
    text += shadow.text.slice(from, at);
    from = at + 1;
  }
  return {
    text,
    startOf: place => shadow.startOf(kept[place]),
    endOf: place => shadow.endOf(kept[place]),
  };
}

function compose(outer: Shadow, inner: Shadow): Shadow {
  return {
    text: outer.text,
    startOf: place => inner.startOf(outer.startOf(place)),
    endOf: place => inner.endOf(outer.endOf(place) - 1),
  };
}

/** Undefined when it reads as it is written. */
function decode(text: string): Shadow | undefined {
  // Where characters that are read otherwise begin, here and there; between them all is the same.
  const shownAt: number[] = [];
  const shownTo: number[] = [];
  const writtenAt: number[] = [];
  const writtenTo: number[] = [];
  let out = '';
  let from = 0;
  for (const found of matchesOf(text, escapes)) {
    const at = found.index;
    if (at < from) continue;
    const { shown, end } = readCharacter(text, at);
    if (shown.length === end - at && text.startsWith(shown, at)) continue;
    out += text.slice(from, at);
    shownAt.push(out.length);
    out += shown;
    shownTo.push(out.length);
    writtenAt.push(at);
    writtenTo.push(end);
    from = end;
  }
  if (!shownAt.length) return undefined;
  const place = (at: number, edge: 'start' | 'end') => {
    const last = lastUpTo(shownAt, at);
    if (last < 0) return edge === 'start' ? at : at + 1;
    if (at < shownTo[last])
      return edge === 'start' ? writtenAt[last] : writtenTo[last];
    const same = writtenTo[last] + (at - shownTo[last]);
    return edge === 'start' ? same : same + 1;
  };
  return {
    text: out + text.slice(from),
    startOf: at => place(at, 'start'),
    endOf: at => place(at, 'end'),
  };
}

/** The last of some that ascend which is at most so much; -1 without one. */
function lastUpTo(some: readonly number[], most: number): number {
  let low = 0;
  let high = some.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (some[middle] <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Read {
  shown: string;
  end: number;
}

function readCharacter(text: string, at: number): Read {
  const code = text.charCodeAt(at);
  if (code === 0x25) return readPercent(text, at);
  if (code === 0x5c) return readBackslash(text, at);
  if (code === 0x26) return readReference(text, at);
  if (code < 0x80) return { shown: text[at], end: at + 1 };
  const point = text.codePointAt(at) ?? code;
  return {
    shown: foldCharacter(point),
    end: at + (point > 0xffff ? 2 : 1),
  };
}

/** `%40`, and `%2540` that was encoded twice. */
function readPercent(text: string, at: number): Read {
  let code = hex(text, at + 1, 2);
  let end = at + 3;
  while (code === 0x25) {
    const next = hex(text, end, 2);
    if (next === undefined) break;
    code = next;
    end += 2;
  }
  return code === undefined || code >= 0x80
    ? { shown: '%', end: at + 1 }
    : { shown: String.fromCharCode(code), end };
}

const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** What a string in a string in a string has: any number of backslashes and what they escape. */
function readBackslash(text: string, at: number): Read {
  let end = at;
  while (text.charCodeAt(end) === 0x5c) end += 1;
  const escaped = text[end];
  if (escaped === undefined) return { shown: '\\', end };
  if (`"'/\``.includes(escaped)) return { shown: escaped, end: end + 1 };
  if (controls[escaped]) return { shown: controls[escaped], end: end + 1 };
  const digits = { u: 4, x: 2 }[escaped];
  const code = digits && hex(text, end + 1, digits);
  return digits && code !== undefined
    ? { shown: foldCharacter(code), end: end + 1 + digits }
    : { shown: '\\', end };
}

const references: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
};

function readReference(text: string, at: number): Read {
  const found =
    /^&(?:#x([0-9a-f]{1,5})|#(\d{1,6})|(amp|quot|apos|lt|gt));/i.exec(
      text.slice(at, at + 12),
    );
  if (!found) return { shown: '&', end: at + 1 };
  const [whole, hexadecimal, decimal, name] = found;
  const point = hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal);
  return {
    shown: name ? references[name.toLowerCase()] : foldCharacter(point),
    end: at + whole.length,
  };
}

function hex(text: string, at: number, digits: number): number | undefined {
  let code = 0;
  for (let each = 0; each < digits; each++) {
    const digit = '0123456789abcdef'.indexOf(
      (text[at + each] ?? '?').toLowerCase(),
    );
    if (digit < 0) return undefined;
    code = code * 16 + digit;
  }
  return code;
}
