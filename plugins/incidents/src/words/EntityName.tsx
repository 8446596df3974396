import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@ghostlight/reliability-react';
import { nameOf } from './names';

/** An entity by its name, with a link to its page. */
export function EntityName(props: {
  entityRef: string;
  title?: string;
  className?: string;
}) {
  const entityLink = useEntityRefLink();
  const { entityRef, title, className } = props;
  return (
    <Link href={entityLink(entityRef)} className={className} title={entityRef}>
      {title ?? nameOf(entityRef)}
    </Link>
  );
}
