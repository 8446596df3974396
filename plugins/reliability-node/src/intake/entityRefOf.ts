import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The full entity ref that a text is, or undefined: `component:payments` → `component:default/payments`.
 *
 * @public
 */
export function entityRefOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 300) return undefined;
  if (!/^[\w.-]+:([\w.-]+\/)?[\w.-]+$/.test(value)) return undefined;
  return stringifyEntityRef(
    parseEntityRef(value, { defaultNamespace: 'default' }),
  );
}
