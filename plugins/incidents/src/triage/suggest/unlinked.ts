/** Code, fenced or inline, in which nothing becomes a link. */
const CODE = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`)/;

const NAMED_LINK =
  /!?\[((?:[^[\]]|\\[[\]])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g;
const DEFINITION = /^ {0,3}\[[^\]]+\]:.*$/gm;
const BRACKETED =
  /<((?:[a-z][a-z0-9+.-]*:|www\.)[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/gi;
const BARE =
  /((?:(?:https?|ftp):\/\/|mailto:|www\.)[^\s`<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gi;

function plain(text: string): string {
  let before;
  let after = text;
  // A link may have a picture for its text.
  do {
    before = after;
    after = before.replace(NAMED_LINK, '$1');
  } while (after !== before);
  return after
    .replace(DEFINITION, '')
    .replace(BRACKETED, '$1')
    .replace(BARE, '`$1`');
}

/**
 * Markdown of a model before it becomes somebody's text: no link of it leads anywhere. What a link was
 * called stays; an address is code, to be read and not to be pressed.
 */
export function unlinked(text: string): string {
  return text
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join('');
}
