import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
} from 'yaml';
import type { DocumentFinding } from './Finding';
import { errorAt } from './findings';
import type { DocumentText } from './splitDocuments';

const MAX_TEXT = 131_072;
const MAX_DEPTH = 40;
const MAX_ALIASES = 100;
const MAX_FINDINGS = 10;

/**
 * Line in the file of the value at a path, or of the nearest thing around it.
 *
 * @public
 */
export type LineAt = (path: readonly (string | number)[]) => number;

/**
 * Reads one YAML document into a plain value, or says what is wrong with it. The tree is looked
 * through before it becomes a value: the parser takes any input in linear time, but its conversion
 * does not (nested keys), and its own check for duplicate keys is quadratic.
 *
 * @public
 */
export function readYaml({ text, line }: DocumentText): {
  value?: unknown;
  lineAt: LineAt;
  findings: DocumentFinding[];
} {
  const lines = new LineCounter();
  const at = (offset: number) => line + lines.linePos(offset).line - 1;
  const fail = (message: string, offset: number): DocumentFinding => ({
    ...errorAt('', 'yaml-syntax', message),
    line: at(offset),
  });
  const failed = (findings: DocumentFinding[]) => ({
    lineAt: () => line,
    findings,
  });
  if (text.length > MAX_TEXT) {
    const finding = errorAt('', 'too-large', 'The document is too large.', {
      found: `${text.length} characters`,
      allowed: `at most ${MAX_TEXT} characters`,
    });
    return failed([{ ...finding, line }]);
  }
  try {
    const yaml = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    const findings = [
      ...yaml.errors
        .slice(0, MAX_FINDINGS)
        .map(error => fail(sentence(error.message), error.pos[0])),
      ...checkTree(yaml, fail),
    ];
    if (findings.length) return failed(findings.slice(0, MAX_FINDINGS));
    return {
      value: yaml.toJS({ maxAliasCount: MAX_ALIASES }) as unknown,
      lineAt: path => lineAt(yaml, path, at) ?? line,
      findings: [],
    };
  } catch (error) {
    return failed([
      fail(
        error instanceof Error
          ? sentence(error.message)
          : 'Cannot be read as YAML.',
        0,
      ),
    ]);
  }
}

/** Without recursion, so that depth cannot exhaust the stack. */
function checkTree(
  yaml: Document,
  fail: (message: string, offset: number) => DocumentFinding,
): DocumentFinding[] {
  const findings: DocumentFinding[] = [];
  const todo: { node: unknown; depth: number }[] = [
    { node: yaml.contents, depth: 0 },
  ];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node, depth } = next;
    const offset = (isNode(node) && node.range?.[0]) || 0;
    if (depth > MAX_DEPTH) {
      return [fail(`Nested more than ${MAX_DEPTH} levels deep.`, offset)];
    }
    if (isMap(node)) findings.push(...checkKeys(node.items, fail, offset));
    if (isCollection(node)) {
      for (const item of node.items) {
        todo.push({ node: isPair(item) ? item.value : item, depth: depth + 1 });
      }
    }
  }
  return findings;
}

function checkKeys(
  pairs: { key: unknown }[],
  fail: (message: string, offset: number) => DocumentFinding,
  offset: number,
): DocumentFinding[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key }) => {
    if (isAlias(key) || isCollection(key)) {
      return [fail('A key is a plain text.', key.range?.[0] ?? offset)];
    }
    const name = isScalar(key) ? String(key.value) : '';
    if (seen.has(name)) {
      const where = isScalar(key) && key.range ? key.range[0] : offset;
      return [fail(`The key ${name.slice(0, 60)} is there twice.`, where)];
    }
    seen.add(name);
    return [];
  });
}

function lineAt(
  yaml: Document,
  path: readonly (string | number)[],
  at: (offset: number) => number,
): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = yaml.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return at(node.range[0]);
  }
  return undefined;
}

function sentence(message: string): string {
  const line = message.split('\n')[0].slice(0, 200);
  return /Maximum call stack/.test(line) ? 'Nested too deeply.' : line;
}
