import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { Graph } from '../graph/Graph';
import { readEntityRef } from '@ghostlight/reliability-node';

/**
 * A full ref of a user (or, where `groups` are meant too, of a group) that the catalog knows. The
 * caller may always name themselves: not everyone who signs in is in the catalog.
 *
 * @throws InputError that names the field
 */
export function readPerson(
  graph: Graph,
  field: string,
  value: string,
  caller: string,
  groups: boolean = true,
): string {
  const ref = readEntityRef(field, value, 'user');
  const { kind } = parseEntityRef(ref);
  if (kind !== 'user' && !(groups && kind === 'group'))
    throw new InputError(
      `${field}: '${ref}' is no ${groups ? 'user or group' : 'user'}`,
    );
  if (ref !== caller && !graph.get(ref))
    throw new InputError(`${field}: the catalog does not know '${ref}'`);
  return ref;
}
