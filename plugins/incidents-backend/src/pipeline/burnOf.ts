/** Id of the adapter of the slo family's burn-rate alerts. */
const sloBurn = 'slo-burn';

/** Severity of a burn-rate alert of an objective; undefined for any other alert. */
export function burnOf(
  adapter: string,
  labels: Readonly<Record<string, string>>,
): 'page' | 'ticket' | undefined {
  if (adapter !== sloBurn) return undefined;
  return labels.severity === 'ticket' ? 'ticket' : 'page';
}
