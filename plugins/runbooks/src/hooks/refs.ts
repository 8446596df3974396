/**
 * A ref as one part of an address, readable and told apart from the names of pages:
 * `runbook:default:payments-5xx`.
 */
export function segmentOf(ref: string): string {
  return encodeURIComponent(ref.replace('/', ':')).replaceAll('%3A', ':');
}

/** The ref that a part of an address stands for. */
export function refOf(segment: string): string {
  const [kind, ...rest] = segment.split(':');
  return rest.length > 1
    ? `${kind}:${rest[0]}/${rest.slice(1).join(':')}`
    : segment;
}
