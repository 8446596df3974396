/**
 * The text of one document of a file.
 *
 * @public
 */
export interface DocumentText {
  text: string;
  /** Line of its first character in the file, counted from 1. */
  line: number;
}

/**
 * Cuts a file at its `---` markers. YAML lets no content begin with one, in whatever context, so
 * that a document left open by mistake ends here and not with the file.
 *
 * @public
 */
export function splitDocuments(text: string): DocumentText[] {
  const parts: DocumentText[] = [];
  let lines: string[] = [];
  let start = 1;
  const source = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  source.forEach((line, i) => {
    if (/^---(\s|$)/.test(line)) {
      parts.push({ text: lines.join('\n'), line: start });
      lines = [line.slice(3)];
      start = i + 1;
    } else if (/^\.\.\.(\s|$)/.test(line) || isDirective(line, lines)) {
      lines.push('');
    } else {
      lines.push(line);
    }
  });
  parts.push({ text: lines.join('\n'), line: start });
  return parts.filter(part => part.text.trim() !== '');
}

/** `%YAML 1.2`, which only stands before a document. */
function isDirective(line: string, before: string[]): boolean {
  return /^%[A-Z]/.test(line) && before.every(text => text.trim() === '');
}
