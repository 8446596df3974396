import { without, type Shadow } from './shadow';

const tokenCharacter = /[A-Za-z0-9+/=_.-]/;

/** Line by line put together, also what does not go on. */
export function joinedLines(shadow: Shadow): Shadow {
  return join(shadow, () => true);
}

/** Lines put together where the next looks like the rest of a value that was too long for one. */
export function wrappedLines(shadow: Shadow): Shadow {
  return join(shadow, looksLikeTheRest);
}

function join(shadow: Shadow, goesOn: (next: string) => boolean): Shadow {
  const { text } = shadow;
  const leftOut = new Uint8Array(text.length);
  for (const found of text.matchAll(/[\r\n]+[ \t]{0,40}/g)) {
    const from = found.index;
    const to = from + found[0].length;
    if (!tokenCharacter.test(text[from - 1] ?? ' ')) continue;
    if (!tokenCharacter.test(text[to] ?? ' ')) continue;
    let end = to;
    while (
      end < text.length &&
      end < to + 200 &&
      tokenCharacter.test(text[end])
    )
      end += 1;
    const next = text.slice(to, end);
    const isWhole = /^[\s"',;\\]|^$/.test(text[end] ?? '');
    const isLine = isWhole && !/[^\s"',;\\]/.test(lineFrom(text, end));
    if (goesOn(isLine || next.length >= 16 ? next : ''))
      leftOut.fill(1, from, to);
  }
  return without(shadow, leftOut);
}

function lineFrom(text: string, at: number): string {
  const end = text.slice(at, at + 40).search(/[\r\n]/);
  return text.slice(at, end < 0 ? at + 40 : at + end);
}

function looksLikeTheRest(next: string): boolean {
  return next.length >= 16 ? /\d/.test(next) : /\d|=/.test(next);
}
