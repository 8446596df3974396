/** A part of a document: text, or a diagram. */
export interface MarkdownPart {
  kind: 'text' | 'diagram';
  text: string;
}

/** A fence that opens, with what it says of its contents. */
const FENCE = /^( {0,3})(`{3,}|~{3,})\s*(\S*)[^`]*$/;

/** Parts Markdown at its fenced Mermaid diagrams. */
export function partsOf(markdown: string): MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  let lines: string[] = [];
  let open: { mark: string; isDiagram: boolean } | undefined;
  const flush = (kind: MarkdownPart['kind']) => {
    const text = lines.join('\n');
    if (text.trim()) parts.push({ kind, text });
    lines = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const [, , mark = '', info = ''] = FENCE.exec(line) ?? [];
    if (!open && mark) {
      const isDiagram = info.toLocaleLowerCase('en') === 'mermaid';
      open = { mark, isDiagram };
      if (isDiagram) flush('text');
      else lines.push(line);
    } else if (open && !info && mark.startsWith(open.mark)) {
      if (open.isDiagram) flush('diagram');
      else lines.push(line);
      open = undefined;
    } else {
      lines.push(line);
    }
  }
  flush(open?.isDiagram ? 'diagram' : 'text');
  return parts;
}
