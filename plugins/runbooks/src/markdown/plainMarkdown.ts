/** Code, fenced or inline, in which everything is text already. */
const CODE = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`)/;

/**
 * Markdown in which HTML is text and a picture is a link: HTML in a document is somebody's mistake or
 * worse, and a picture loaded from anywhere tells a stranger who reads it.
 */
export function plainMarkdown(text: string): string {
  return text
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/<(?=[a-z/!?])/gi, '&lt;').replace(/!\[/g, '['),
    )
    .join('');
}
