/** Code, fenced or inline, in which `#` is no heading. */
const CODE = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`)/;
const HEADING = /^ {0,3}(#{1,6})(?=[ \t])/gm;
const UNDERLINED = /^( {0,3}[^\s#>|*+-][^\n|]*)\n {0,3}(=+|-{3,})[ \t]*$/gm;

/** Of the headings around a document: a page, its title, a panel. */
const ABOVE = 3;
const LOWEST = 6;

/**
 * A document whose headings are below those of the panel that it is shown in, without a gap between
 * them: a reader who goes by headings finds them in order.
 */
export function levelHeadings(markdown: string): string {
  const parts = markdown
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(
            UNDERLINED,
            (_, text: string, line: string) =>
              `${line.startsWith('=') ? '#' : '##'} ${text.trim()}`,
          ),
    );
  const levels = new Set<number>();
  parts.forEach((part, index) => {
    if (index % 2 === 1) return;
    for (const [, marks] of part.matchAll(HEADING)) levels.add(marks.length);
  });
  const inOrder = [...levels].sort((a, b) => a - b);
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(HEADING, (_, marks: string) =>
            '#'.repeat(
              Math.min(LOWEST, ABOVE + 1 + inOrder.indexOf(marks.length)),
            ),
          ),
    )
    .join('');
}
