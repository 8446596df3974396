import { parseEntityRef } from '@backstage/catalog-model';

/**
 * A ref as people write it in a document of a namespace: `component:default/payments` is `payments`
 * where a component is expected.
 */
export function shortRef(
  ref: string,
  options: { defaultKind: string; namespace: string },
): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  const isHere = namespace === options.namespace;
  if (kind === options.defaultKind && isHere) return name;
  return isHere && namespace === 'default' ? `${kind}:${name}` : ref;
}
