// Controls, what turns the direction of text around, what has no width, lone surrogates.
const unseen =
  /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\p{Cs}]/gu;
const pings = /[@\uFF20\uFE6B](channel|here|everyone|all|team)\b/giu;

/**
 * Makes text of alerts and people fit to be sent on: no control characters, one line, nothing that
 * calls a whole channel, and not too long. Channels still escape it in their own way.
 */
export function cleanText(text: string, most: number): string {
  // Before the patterns run, so that a megabyte costs nothing.
  const short = text.slice(0, most * 4);
  const clean = short
    .replace(unseen, ' ')
    .replace(/\s+/gu, ' ')
    .replace(pings, '$1')
    .trim();
  const letters = Array.from(clean);
  return letters.length > most
    ? `${letters.slice(0, most - 1).join('')}…`
    : clean;
}
