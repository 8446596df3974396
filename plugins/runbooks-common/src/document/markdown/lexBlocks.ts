import { Lexer, type Token } from 'marked';

const MAX_LINES = 5_000;
/** Deeper than people write, and the work grows with the depth. */
const MAX_DEPTH = 8;
const MAX_INDENT = 80;

/**
 * The blocks of a Markdown text; what is within a line is not looked at. Undefined for a text so nested
 * that reading it would take long.
 */
export function lexBlocks(text: string): Token[] | undefined {
  if (!isTame(text)) return undefined;
  const lexer = new Lexer({ gfm: true });
  return lexer.blockTokens(text, []);
}

function isTame(text: string): boolean {
  const lines = text.split('\n');
  if (lines.length > MAX_LINES) return false;
  return lines.every(line => depthOf(line) <= MAX_DEPTH);
}

/** How many quotes and lists a line opens, its indentation counted as such. */
function depthOf(line: string): number {
  let depth = 0;
  let indent = 0;
  for (let i = 0; i < line.length; i++) {
    const character = line[i];
    if (character === '>') depth += 1;
    else if (
      /[-*+\d.)]/.test(character) ||
      character === ' ' ||
      character === '\t'
    ) {
      const next = line[i + 1] ?? ' ';
      if (character === ' ') indent += 1;
      else if (character === '\t') indent += 4;
      else if (!/\d/.test(character) && (next === ' ' || next === '\t'))
        depth += 1;
    } else break;
    if (depth > MAX_DEPTH || indent > MAX_INDENT) return Infinity;
  }
  return depth;
}
