/**
 * A key under which a repeated request does nothing twice. Not a secret.
 *
 * @public
 */
export function onceKey(): string {
  const part = () => Math.random().toString(36).slice(2, 10);
  return `${Date.now().toString(36)}-${part()}${part()}`;
}
