import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { plainValue } from '@ghostlight/reliability-common';
import { entityRefOf } from './compile/refs';
import { readFrontMatter } from './markdown/frontMatter';

const MAX_REFS = 50;
const MAX_TEXT = 65_536;

/**
 * Which entities a Runbook, RemediationPolicy or ChaosExperiment names, and the owner and system that it
 * gives itself: full refs. What is no ref is left out, and a document with errors is read like any other,
 * so that those who can put it right are found. Never throws.
 *
 * @public
 */
export function concernedEntities(entity: Entity): {
  refs: string[];
  owner?: string;
  system?: string;
} {
  const spec = specOf(entity);
  const namespace = String(entity.metadata?.namespace ?? DEFAULT_NAMESPACE);
  const refOf = (value: unknown, kind: string) =>
    typeof value === 'string' ? entityRefOf(value, kind, namespace) : undefined;
  const refs = (values: unknown, kind: string) =>
    [values].flat().flatMap(value => refOf(value, kind) ?? []);
  const appliesTo = objectOf(spec.appliesTo);
  const found =
    entity.kind === 'RemediationPolicy'
      ? [
          ...refs(appliesTo.entities, 'component'),
          ...refs(appliesTo.systems, 'system'),
        ]
      : [
          ...refs(spec.service, 'component'),
          ...refs(spec.services, 'component'),
          ...refs(spec.entity, 'component'),
        ];
  const owner = refOf(spec.owner, 'group');
  const system = refOf(spec.system, 'system');
  return {
    refs: [...new Set(found)].slice(0, MAX_REFS),
    ...(owner ? { owner } : {}),
    ...(system ? { system } : {}),
  };
}

/** With the fields at the top of a Markdown text. */
function specOf(entity: Entity): JsonObject {
  const spec = objectOf(plainValue(entity.spec).value);
  const { markdown } = spec;
  if (typeof markdown !== 'string' || markdown.length > MAX_TEXT) return spec;
  return { ...readFrontMatter(markdown).fields, ...spec };
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
