/** Where a record says it can be seen: a path of the portal, or the web; anything else is no link. */
export function safeLink(
  link: string | undefined,
): { href: string; isOutside: boolean } | undefined {
  if (!link) return undefined;
  if (/^\/(?![/\\])/.test(link)) return { href: link, isOutside: false };
  try {
    const url = new URL(link);
    return url.protocol === 'https:' || url.protocol === 'http:'
      ? { href: url.href, isOutside: true }
      : undefined;
  } catch {
    return undefined;
  }
}
