/**
 * Text of a sender as text in Markdown: on one line, without emphasis, links, tables or HTML of its
 * own.
 */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .trim();
}
