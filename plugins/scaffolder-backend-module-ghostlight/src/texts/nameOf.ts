/** A name that the catalog takes, made of texts: `Payments API`, `latency` is `payments-api-latency`. */
export function nameOf(...parts: string[]): string {
  return parts
    .join('-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 63)
    .replace(/-+$/, '');
}
