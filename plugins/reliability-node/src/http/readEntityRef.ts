import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * A full entity ref from one that may be short.
 *
 * @throws InputError that names the field
 * @public
 */
export function readEntityRef(
  field: string,
  value: string,
  defaultKind: string = 'component',
): string {
  let ref: string | undefined;
  try {
    ref = stringifyEntityRef(
      parseEntityRef(value, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    // Said below.
  }
  if (!ref || !/^[a-z][a-z0-9]*:[^\s:/]+\/[^\s:/]+$/i.test(ref)) {
    throw new InputError(
      `${field}: '${value.slice(
        0,
        100,
      )}' is not an entity ref; write ${defaultKind}:default/name`,
    );
  }
  return ref;
}

/**
 * Full refs of a filter, or undefined when it is not given.
 *
 * @public
 */
export function readEntityRefs(
  field: string,
  values: string[] | undefined,
  defaultKind?: string,
): string[] | undefined {
  return values?.map(value => readEntityRef(field, value, defaultKind));
}
