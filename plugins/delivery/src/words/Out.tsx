import { Link } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';

/** A link that a sender or a check gave: only to the web or into the portal, else its text. */
export function Out(props: { href: string | undefined; children: ReactNode }) {
  const { href, children } = props;
  if (href !== undefined && /^\/(?![/\\])/.test(href)) {
    return <Link href={href}>{children}</Link>;
  }
  return href !== undefined && /^https?:\/\//i.test(href) ? (
    <Link href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
}

/** An incident by its id, linked where the incidents family is installed. */
export function IncidentLink(props: { id: string; href: string | undefined }) {
  const { id, href } = props;
  return href ? <Link href={href}>{id}</Link> : <>{id}</>;
}
