/** What an expression of RE2 is made of: escapes and classes first, so that what is in them counts for nothing else. */
const lexeme =
  /\\Q(?<quoted>[^]*?)(?:\\E|$)|\\x\{[^}]*\}|\\[pP]\{[^}]*\}|\\(?<escaped>[^])|\[\^?\]?(?:\[:\^?\w+:\]|\\[^]|[^\]\\])*\]?|(?<flags>\(\?[imsU-]+\))|(?<open>\((?:\?(?:P?<\w+>|[imsU-]*:))?)|(?<repeat>[*+?]|\{(?<least>\d+)(?:,\d*)?\})\??|[^]/g;

interface Group {
  /** Whether one of the alternatives before matches the empty text. */
  any: boolean;
  /** Whether all of this alternative but its last part does. */
  all: boolean;
  last: boolean;
}

/**
 * Whether a regular expression matches the empty text. It is read and not run: JavaScript's engine
 * takes exponential time for some that RE2, which Prometheus has, matches at once, and a document may
 * hold any. One that cannot be read does not; Prometheus says what is wrong with it.
 */
export function matchesEmpty(pattern: string): boolean {
  const outer: Group[] = [];
  let group: Group = { any: false, all: true, last: true };
  const add = (matches: boolean) => {
    group.all &&= group.last;
    group.last = matches;
  };
  for (const { 0: text, groups = {} } of pattern.matchAll(lexeme)) {
    const { quoted, escaped, flags, open, repeat, least } = groups;
    if (quoted !== undefined) add(quoted === '');
    else if (escaped) add(/[ABz]/.test(escaped));
    else if (flags) add(true);
    else if (open) {
      outer.push(group);
      group = { any: false, all: true, last: true };
    } else if (repeat) {
      group.last ||= /[*?]/.test(repeat) || Number(least) === 0;
    } else if (text === '|') {
      group.any ||= group.all && group.last;
      group.all = true;
      group.last = true;
    } else if (text === ')') {
      const { any, all, last } = group;
      const around = outer.pop();
      if (!around) return false;
      group = around;
      add(any || (all && last));
    } else add(text === '^' || text === '$');
  }
  return !outer.length && (group.any || (group.all && group.last));
}
