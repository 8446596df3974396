/** What a line of Markdown says, without its marks. */
export function plainText(markdown: string, length = 120): string {
  const line = markdown.trimStart().split('\n', 1)[0].slice(0, 500);
  const text = line
    .replace(/!?\[([^[\]]{0,200})\]\([^()]{0,300}\)/g, '$1')
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/(^|\s)[*_]|[*_](?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
