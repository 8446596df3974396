import { Link } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';

/** Whether an address that somebody gave leads only to the web or into the portal. */
export function isSafe(href: string | undefined): href is string {
  return href !== undefined && /^(https?:\/\/|\/(?![/\\]))/i.test(href);
}

/** A link that a document gave: only to the web or into the portal, else its text. */
export function Out(props: { href: string | undefined; children: ReactNode }) {
  const { href, children } = props;
  if (!isSafe(href)) return <>{children}</>;
  return href.startsWith('/') ? (
    <Link href={href}>{children}</Link>
  ) : (
    <Link href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </Link>
  );
}

/** An incident by its id, linked where the incidents family is installed. */
export function IncidentLink(props: { id: string; href: string | undefined }) {
  const { id, href } = props;
  return href ? <Link href={href}>{id}</Link> : <>{id}</>;
}
