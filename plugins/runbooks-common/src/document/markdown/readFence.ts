import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type DocumentFinding,
  errorAt,
  plainValue,
  readYaml,
} from '@ghostlight/reliability-common';

/** A fenced block that is a step, as a step of YAML. */
export interface ReadFence {
  step: JsonObject;
  findings: DocumentFinding[];
  /** Line of a field of the step. */
  lineOf(path: (string | number)[]): number;
}

const kinds = ['action', 'wait', 'decision', 'approval', 'verify', 'manual'];
const attributes = [
  'id',
  'title',
  'timeout',
  'retry',
  'backoff',
  'when',
  'continue-on-failure',
];

/** What a fence says that it is; undefined for one that is text, such as `sh` or `mermaid`. */
export function fenceKind(info: string | undefined): string | undefined {
  const [word] = (info ?? '').slice(0, 20).trimStart().split(/\s/, 1);
  return kinds.includes(word) ? word : undefined;
}

/**
 * Reads a fenced block that is a step: the first line says what it is, and with `name=value` how it is
 * done; below stands YAML.
 *
 * @param path - of the step, for findings
 * @param line - of the first line
 */
export function readFence(
  info: string,
  text: string,
  path: string,
  line: number,
): ReadFence {
  const kind = fenceKind(info) ?? 'manual';
  const { values, argument, unknown } = readInfo(info);
  const at = (finding: DocumentFinding) => ({ ...finding, line });
  const findings: DocumentFinding[] = unknown.map(name =>
    at(
      errorAt(path, 'unknown-field', 'This is not known after a fence.', {
        found: name,
        allowed: `${attributes.join(', ')}, each with = and a value`,
      }),
    ),
  );
  const yaml =
    kind === 'manual'
      ? { value: text, findings: [], lineAt: () => line }
      : readYaml({ text, line: line + 1 });
  findings.push(
    ...yaml.findings.map(finding => ({
      ...finding,
      path: finding.path ? `${path}.${finding.path}` : path,
    })),
  );
  const plain = plainValue(yaml.value);
  findings.push(...plain.findings.map(finding => at({ ...finding, path })));
  const body = plain.value ?? null;
  const step: JsonObject = {
    ...common(values),
    ...bodyOf(kind, argument, body),
  };
  return {
    step,
    findings,
    lineOf([field, ...rest]) {
      const isBody =
        (field === kind && !argument) ||
        field === 'input' ||
        field === 'choices';
      if (!isBody) return line;
      return yaml.lineAt(field === 'choices' ? [field, ...rest] : rest);
    },
  };
}

function bodyOf(kind: string, argument: string, body: JsonValue): JsonObject {
  const fields = isObject(body) ? body : undefined;
  switch (kind) {
    case 'action':
      return {
        action: argument,
        ...(body === null ? {} : { input: body }),
      };
    case 'wait':
      return { wait: argument || body };
    case 'verify':
      return { verify: body ?? {} };
    case 'decision': {
      const { question, ...rest } = fields ?? {};
      return {
        decision: question ?? '',
        ...(fields ? rest : { choices: body }),
      };
    }
    case 'approval': {
      const { question, ...rest } = fields ?? {};
      return {
        approval: fields ? question ?? '' : body ?? '',
        ...rest,
      };
    }
    default:
      return { manual: body };
  }
}

function common(values: Map<string, string>): JsonObject {
  const step: JsonObject = {};
  for (const name of ['id', 'title', 'timeout']) {
    const value = values.get(name);
    if (value !== undefined) step[name] = value;
  }
  if (values.has('retry')) {
    step.retry = {
      attempts: Number(values.get('retry')),
      ...(values.has('backoff') ? { backoff: values.get('backoff') } : {}),
    };
  }
  const when = values.get('when');
  if (when !== undefined) {
    const [id, ...answers] = when.split(/[:|]/);
    step.when = { step: id, in: answers };
  }
  if (values.has('continue-on-failure')) {
    step.continueOnFailure = values.get('continue-on-failure') !== 'false';
  }
  return step;
}

/** `action kubernetes:scale id=more timeout=5m title="Add pods"` */
function readInfo(info: string) {
  const values = new Map<string, string>();
  const unknown: string[] = [];
  let argument = '';
  const words =
    info
      .slice(0, 500)
      .match(/[a-z-]+="[^"]*"|[^\s"]+/g)
      ?.slice(1) ?? [];
  words.forEach((word, i) => {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (
      attributes.includes(name) &&
      (equals > 0 || name === 'continue-on-failure')
    ) {
      values.set(
        name,
        equals < 0 ? 'true' : word.slice(equals + 1).replace(/^"|"$/g, ''),
      );
    } else if (i === 0 && equals < 0) {
      argument = word;
    } else {
      unknown.push(word);
    }
  });
  return { values, argument, unknown };
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
