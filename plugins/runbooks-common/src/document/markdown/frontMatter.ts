import type { JsonObject } from '@backstage/types';
import {
  type DocumentFinding,
  type LineAt,
  plainValue,
  readYaml,
} from '@ghostlight/reliability-common';

/** The fields at the top of a Markdown text, and what is below them. */
export interface FrontMatter {
  fields: JsonObject;
  findings: DocumentFinding[];
  lineAt?: LineAt;
  body: string;
  /** Line of the text in which the body begins, counted from 1. */
  line: number;
}

/** A text that does not begin with fields between two lines of `---` is all body. */
export function readFrontMatter(written: string): FrontMatter {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const none = { fields: {}, findings: [], body: text, line: 1 };
  if (!/^---[ \t]*\n/.test(text)) return none;
  const lines = text.split('\n');
  const end = lines.findIndex(
    (line, i) => i > 0 && /^(---|\.\.\.)[ \t]*$/.test(line),
  );
  if (end < 0) return none;
  const yaml = readYaml({ text: lines.slice(1, end).join('\n'), line: 2 });
  const body = { body: lines.slice(end + 1).join('\n'), line: end + 2 };
  if (yaml.findings.length)
    return { fields: {}, findings: yaml.findings, ...body };
  const { value, findings } = plainValue(yaml.value);
  if (value === null) return { fields: {}, findings: [], ...body };
  // Two rules with a sentence between them are no fields.
  if (typeof value !== 'object' || Array.isArray(value)) return none;
  return {
    fields: value ?? {},
    findings,
    lineAt: yaml.lineAt,
    ...body,
  };
}
