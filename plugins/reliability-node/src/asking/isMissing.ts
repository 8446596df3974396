/**
 * Whether the other side says that there is no such thing, or that it is no part of this portal.
 *
 * @public
 */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'NotFoundError' ||
    ('statusCode' in error && error.statusCode === 404)
  );
}
