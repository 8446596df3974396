import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import type { Compiled, Finding } from '@ghostlight/plugin-runbooks-common';
import {
  compileExperiment,
  compilePolicy,
  compileRunbook,
} from '@ghostlight/plugin-runbooks-common';
import { readDocuments } from '@ghostlight/reliability-common';
import { readText } from '../../readText';

/** A finding with the place it concerns. */
export type RunbookFinding = Finding & { file: string; line: number };

/** What came of one document of a file. */
export interface CheckedDocument {
  ref: string;
  file: string;
  line: number;
  findings: RunbookFinding[];
}

const compilers: Record<string, (entity: Entity) => Compiled<unknown>> = {
  Runbook: entity => compileRunbook(entity),
  RemediationPolicy: entity => compilePolicy(entity),
  ChaosExperiment: entity => compileExperiment(entity),
};

/**
 * Checks the documents of all files. A Markdown file is a runbook of its own. Throws an `InputError`
 * when a file cannot be read or none has such a document.
 */
export async function readRunbookFiles(
  files: string[],
): Promise<CheckedDocument[]> {
  const checked: CheckedDocument[] = [];
  for (const file of new Set(files)) {
    const text = await readText(file);
    checked.push(
      ...(/\.(md|markdown)$/i.test(file)
        ? [checkMarkdown(file, text)]
        : await checkYaml(file, text)),
    );
  }
  if (!checked.length) {
    throw new InputError(
      `No runbook, remediation policy or experiment in ${files.join(', ')}.`,
    );
  }
  return reportTwins(checked);
}

function checkMarkdown(file: string, markdown: string): CheckedDocument {
  const name = basename(file)
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const { ref, findings } = compileRunbook({
    apiVersion: 'ghostlight.dev/v1',
    kind: 'Runbook',
    metadata: { name: name.slice(0, 63) || 'runbook' },
    spec: { markdown },
  });
  const placed = findings.map(finding => ({
    ...finding,
    file,
    line: finding.line ?? 1,
  }));
  return { ref, file, line: 1, findings: placed };
}

async function checkYaml(
  file: string,
  text: string,
): Promise<CheckedDocument[]> {
  const checked: CheckedDocument[] = [];
  for (const read of readDocuments(text, { isOurs, mayBeOurs })) {
    const { line, lineOf } = read;
    const asRunbook = (found: (typeof read.findings)[number]) => ({
      ...found,
      severity:
        found.severity === 'error' ? ('error' as const) : ('warning' as const),
      file,
      line: found.line ?? line,
    });
    if (read.findings.length || !isObject(read.value)) {
      const findings = read.findings.map(asRunbook);
      checked.push({ ref: file, file, line, findings });
      continue;
    }
    const { entity, markdownFile, problem } = await withText(read.value, file);
    const kind = String(entity.kind);
    const compile = Object.hasOwn(compilers, kind)
      ? compilers[kind]
      : compileRunbook;
    const { ref, findings } = compile(entity);
    const inText = lineOf('spec.markdown');
    // Without its text a runbook lacks steps for a reason that is told already.
    const own = findings.filter(({ code }) => !problem || code !== 'no-steps');
    const placed = own.map(finding => {
      if (finding.line === undefined)
        return { ...finding, file, line: lineOf(finding.path) };
      // Counted in the Markdown text, which is a file of its own or a block that begins a line below.
      return markdownFile
        ? { ...finding, file: markdownFile, line: finding.line }
        : { ...finding, file, line: inText + finding.line };
    });
    checked.push({
      ref,
      file,
      line,
      findings: [
        ...(problem
          ? [{ ...problem, file, line: lineOf('spec.markdown') }]
          : []),
        ...placed,
      ],
    });
  }
  return checked;
}

/** As the catalog does: `$text` is the text of the file that it names. */
async function withText(
  value: Record<string, unknown>,
  file: string,
): Promise<{ entity: Entity; markdownFile?: string; problem?: Finding }> {
  const entity = value as unknown as Entity;
  const spec: unknown = value.spec;
  const placed = isObject(spec) ? spec.markdown : undefined;
  if (!isObject(placed) || typeof placed.$text !== 'string') return { entity };
  const name = placed.$text;
  const folder = dirname(file);
  const target = resolve(folder, name);
  const problem = (severity: Finding['severity'], message: string) => ({
    entity: { ...entity, spec: { ...entity.spec, markdown: '' } },
    problem: {
      severity,
      code: 'unread-text',
      path: 'spec.markdown.$text',
      message,
      found: name.slice(0, 100),
      allowed: 'a file beside this one',
    },
  });
  if (/^[a-z][a-z0-9+.-]*:/i.test(name))
    return problem('warning', 'A text at an address is not looked at.');
  const markdownFile = relative('', target);
  const isFar = (path: string) => isAbsolute(path) || path.startsWith('..');
  if (
    isAbsolute(name) ||
    (isFar(markdownFile) && isFar(relative(folder, target)))
  )
    return problem('warning', 'A text so far away is not looked at.');
  try {
    const text = await readText(markdownFile);
    return {
      entity: { ...entity, spec: { ...entity.spec, markdown: text } },
      markdownFile,
    };
  } catch (error) {
    return problem('error', toError(error).message);
  }
}

/** The same ref twice: only one of them becomes an entity. */
function reportTwins(checked: CheckedDocument[]): CheckedDocument[] {
  const first = new Map<string, CheckedDocument>();
  return checked.map(document => {
    const other = first.get(document.ref);
    if (!other) {
      first.set(document.ref, document);
      return document;
    }
    const twin: RunbookFinding = {
      severity: 'error',
      code: 'duplicate-document',
      path: 'metadata.name',
      message: `The document is there already, at ${other.file}:${other.line}.`,
      found: document.ref,
      allowed: 'a name of its own',
      file: document.file,
      line: document.line,
    };
    return { ...document, findings: [twin, ...document.findings] };
  });
}

function isOurs(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kind } = value;
  return typeof kind === 'string' && Object.hasOwn(compilers, kind);
}

function mayBeOurs(text: string): boolean {
  return /kind["']?:\s*["']?(Runbook|RemediationPolicy|ChaosExperiment)\b/.test(
    text,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
