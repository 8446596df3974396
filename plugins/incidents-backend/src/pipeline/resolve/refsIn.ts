import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Said } from '@ghostlight/plugin-incidents-common';
import type { Resolvable } from './EntityResolver';

/** Names of labels and annotations whose value is an entity ref. */
const names = [
  'backstage.io/entity-ref',
  'backstage_io_entity_ref',
  'backstage.io/entity',
  'backstage_io_entity',
  'backstage_entity',
  'entity_ref',
  'entityRef',
  'entity',
];

/** Refs that the sender wrote down, and where. */
export function* refsIn(
  subject: Resolvable,
): Iterable<{ ref: string; reason: string; said: Said }> {
  const outright = readRef(subject.entityRef);
  if (outright)
    yield {
      ref: outright,
      reason: 'The payload names it',
      said: { code: 'entity.payload', params: {} },
    };
  for (const [what, texts] of [
    ['annotation', subject.annotations],
    ['label', subject.labels],
  ] as const) {
    for (const name of names) {
      if (!Object.hasOwn(texts, name)) continue;
      const ref = readRef(texts[name]);
      if (ref)
        yield {
          ref,
          reason: `The ${what} ${name} names it`,
          said: { code: `entity.${what}`, params: { name } },
        };
    }
  }
}

/**
 * The full ref that a text is, or undefined. Kind and namespace may be left out of what people write:
 * a component of the default namespace is meant.
 */
export function readRef(text: string | undefined): string | undefined {
  if (!text || text.length > 300) return undefined;
  if (!/^([\w.-]+:)?([\w.-]+\/)?[\w.-]+$/.test(text)) return undefined;
  return stringifyEntityRef(
    parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    }),
  );
}
