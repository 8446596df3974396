/** Code, fenced or inline, in which everything is text already. */
const CODE = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`)/;

/** Fields between two lines of hyphens, before the text. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/;
/** A box of a task list, as GitHub writes it. */
const TASK = /^(\s*(?:[-*+]|\d+[.)]) )\[([ xX])\](?= )/gm;

/** The text of a document: what its fields say is shown as triggers, verification and so on. */
export function withoutFrontMatter(text: string): string {
  return text.replace(FRONT_MATTER, '');
}

/**
 * Markdown in which HTML is text and a picture is a link: HTML in a document is somebody's mistake or
 * worse, and a picture loaded from anywhere tells a stranger who reads it. Boxes are drawn as signs:
 * nobody can tick them here.
 */
export function plainMarkdown(text: string): string {
  return text
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/<(?=[a-z/!?])/gi, '&lt;')
            .replace(/!\[/g, '[')
            .replace(TASK, (_, bullet: string, mark: string) =>
              mark === ' ' ? `${bullet}☐` : `${bullet}☑`,
            ),
    )
    .join('');
}
