/**
 * A collection of the API.
 *
 * @public
 */
export interface Kind {
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  kind: string;
}

/**
 * `apps/v1`
 *
 * @public
 */
export function apiVersionOf({ group, version }: Kind): string {
  return group ? `${group}/${version}` : version;
}

/**
 * Address of a collection or of one object in it.
 *
 * @public
 */
export function addressOf(
  { group, version, plural }: Kind,
  namespace?: string,
  name?: string,
): string {
  const parts = [
    ...(group ? ['apis', group] : ['api']),
    version,
    ...(namespace ? ['namespaces', namespace] : []),
    plural,
    ...(name ? [name] : []),
  ];
  return parts.map(part => `/${encodeURIComponent(part)}`).join('');
}
