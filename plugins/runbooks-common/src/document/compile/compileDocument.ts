import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  findingsOfIssues,
  plainValue,
  valueAt,
} from '@ghostlight/reliability-common';
import { sha256 } from '@noble/hashes/sha2';
import { z } from 'zod';
import type { Compiled } from '../Runbook';
import { entityRefOf, Refs } from './refs';
import { Report } from './Report';

export const API_VERSION = 'ghostlight.dev/v1';

/** What is at hand while one document is compiled. */
export interface Work<Written> {
  written: Written;
  name: string;
  title?: string;
  description?: string;
  report: Report;
  refs: Refs;
}

/**
 * Everything that documents have in common: a bounded copy, the schema, findings, the hash. `compile`
 * is called with what the schema took; `prepare` may turn what is written into that form before.
 */
export function compileDocument<Schema extends z.ZodType, Spec>(
  entity: Entity,
  options: {
    kind: string;
    schema: Schema;
    prepare?: (spec: JsonObject, report: Report) => JsonObject;
    compile: (work: Work<z.infer<Schema>>) => Spec;
  },
): Compiled<Spec> {
  const report = Report.create();
  const ref = refOf(entity, options.kind);
  let hash = '';
  try {
    const { kind, apiVersion, metadata, spec } = entity ?? {};
    const plain = plainValue({
      name: metadata?.name,
      namespace: metadata?.namespace,
      title: metadata?.title,
      description: metadata?.description,
      spec,
    });
    report.add(plain.findings);
    hash = hashOf(plain.value ?? plain.findings.map(({ code }) => code));
    if (kind !== options.kind || apiVersion !== API_VERSION) {
      report.error('kind', 'invalid', 'Not a document of this kind.', {
        found: `${apiVersion} ${kind}`,
        allowed: `${API_VERSION} ${options.kind}`,
      });
    }
    const head = isObject(plain.value) ? plain.value : {};
    if (!isObject(head.spec)) {
      if (!report.hasErrors) {
        report.error('spec', 'missing', 'A document has a spec.', {
          found: head.spec ?? undefined,
          allowed: 'a mapping',
        });
      }
      return { ref, hash, findings: report.findings };
    }
    const value = {
      spec: options.prepare?.(head.spec, report) ?? head.spec,
    };
    const schema = z.object({ spec: options.schema });
    let parsed = schema.safeParse(value);
    if (!parsed.success) {
      const { issues } = parsed.error;
      report.add(
        findingsOfIssues(issues, value, schema, { unknownFields: 'error' }),
      );
      // What else is wrong is told at once, not after the next look.
      if (dropUnknown(issues, value)) parsed = schema.safeParse(value);
      if (!parsed.success) return { ref, hash, findings: report.findings };
    }
    const compiled = options.compile({
      written: (parsed.data as { spec: z.infer<Schema> }).spec,
      name: textOf(head.name) ?? 'unnamed',
      title: textOf(head.title)?.slice(0, 200),
      description: textOf(head.description),
      report,
      refs: Refs.create({
        namespace: textOf(head.namespace) ?? DEFAULT_NAMESPACE,
        report,
      }),
    });
    return {
      ref,
      ...(report.hasErrors ? {} : { spec: compiled }),
      hash,
      findings: report.findings,
    };
  } catch (error) {
    report.error('', 'unreadable', 'The document cannot be read.', {
      found: error instanceof Error ? error.message : error,
    });
    return { ref, hash, findings: report.findings };
  }
}

/** Whether unknown fields were all that was wrong; they are gone then. */
function dropUnknown(
  issues: readonly z.core.$ZodIssue[],
  value: JsonObject,
): boolean {
  return issues.every(issue => {
    const holder = valueAt(value, issue.path);
    if (issue.code !== 'unrecognized_keys' || !isObject(holder)) return false;
    for (const key of issue.keys) delete holder[key];
    return true;
  });
}

function refOf(entity: Entity, kind: string): string {
  const name = textOf(entity?.metadata?.name);
  const ref =
    name &&
    entityRefOf(name, kind, textOf(entity.metadata.namespace) ?? undefined);
  return ref || `${kind.toLowerCase()}:default/unnamed`;
}

function hashOf(value: JsonValue): string {
  const bytes = sha256(new TextEncoder().encode(JSON.stringify(value)));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
