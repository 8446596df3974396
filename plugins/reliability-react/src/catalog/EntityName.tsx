import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { nameOf } from './nameOf';

/**
 * Properties of {@link EntityName}.
 *
 * @public
 */
export interface EntityNameProps {
  /** Full ref. */
  entityRef: string;
  /** Default its name. */
  title?: string;
  /** CSS class of the link. */
  className?: string;
}

/**
 * An entity by its name, with a link to its page.
 *
 * @public
 */
export function EntityName(props: EntityNameProps) {
  const entityLink = useEntityRefLink();
  const { entityRef, title, className } = props;
  return (
    <Link href={entityLink(entityRef)} className={className} title={entityRef}>
      {title ?? nameOf(entityRef)}
    </Link>
  );
}
