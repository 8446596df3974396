import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
} from 'yaml';
import type { RulesFinding } from './RulesFinding';

const maxText = 200_000;
const maxDepth = 20;
const maxErrors = 10;

export interface YamlReading {
  value?: unknown;
  /** Line of the value at a path, or of the nearest thing around it. */
  lineAt: (path: readonly PropertyKey[]) => number;
  findings: RulesFinding[];
}

/** Reads one YAML document into a plain value, or says what is wrong with it. */
export function readRulesYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const lineOf = (offset: number) => lines.linePos(offset).line;
  const wrong = (message: string, offset: number, fix: string) => ({
    field: '(document)',
    line: Math.max(1, lineOf(offset)),
    message,
    fix,
  });
  const failed = (...findings: RulesFinding[]): YamlReading => ({
    lineAt: () => 1,
    findings: findings.slice(0, maxErrors),
  });
  if (text.length > maxText) {
    return failed({
      field: '(document)',
      line: 1,
      message: `The text has ${text.length} characters.`,
      fix: `Keep to ${maxText} characters.`,
    });
  }
  try {
    // The parser's own check for repeated keys is quadratic.
    const yaml = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    const findings = [
      ...yaml.errors.map(({ message, pos }) =>
        wrong(
          message.split('\n')[0].slice(0, 200),
          pos[0],
          'Correct the YAML.',
        ),
      ),
      ...checkTree(yaml, wrong),
    ];
    if (findings.length) return failed(...findings);
    return {
      value: yaml.toJS({ maxAliasCount: 100 }),
      lineAt: path => lineAt(yaml, path, lineOf),
      findings,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed({
      field: '(document)',
      line: 1,
      message: `Cannot be read as YAML: ${message.slice(0, 100)}`,
      fix: 'Nest less deeply and use fewer aliases.',
    });
  }
}

/** Without recursion, so that depth cannot exhaust the stack. */
function checkTree(
  yaml: Document,
  wrong: (message: string, offset: number, fix: string) => RulesFinding,
): RulesFinding[] {
  const findings: RulesFinding[] = [];
  const todo: { node: unknown; depth: number }[] = [
    { node: yaml.contents, depth: 0 },
  ];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node, depth } = next;
    const offset = (isNode(node) && node.range?.[0]) || 0;
    if (depth > maxDepth)
      return [wrong('Nested too deeply.', offset, 'Nest less deeply.')];
    if (!isCollection(node)) continue;
    const seen = new Set<string>();
    for (const item of node.items) {
      todo.push({ node: isPair(item) ? item.value : item, depth: depth + 1 });
      if (!isMap(node) || !isPair(item)) continue;
      const { key } = item;
      if (isAlias(key) || isCollection(key)) {
        findings.push(
          wrong('A key is a plain text.', offset, 'Write a plain key.'),
        );
        continue;
      }
      const name = isScalar(key) ? String(key.value) : '';
      const at = (isScalar(key) && key.range?.[0]) || offset;
      if (seen.has(name)) {
        const shown = name.slice(0, 60);
        findings.push(
          wrong(`The key ${shown} is there twice.`, at, 'Keep one of them.'),
        );
      }
      seen.add(name);
    }
  }
  return findings;
}

function lineAt(
  yaml: Document,
  path: readonly PropertyKey[],
  lineOf: (offset: number) => number,
): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = yaml.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lineOf(node.range[0]);
  }
  return 1;
}
