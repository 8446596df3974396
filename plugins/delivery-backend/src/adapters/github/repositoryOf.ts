import type { EntityHints } from '@ghostlight/plugin-delivery-node';
import type { Fields } from '../shared';

/** Which repository it is, and the component that lives in it. */
export function repositoryOf(event: Fields): {
  slug: string;
  hints: EntityHints;
} {
  const repository = event.in('repository');
  const slug = repository.need(
    'full_name',
    'expected a GitHub webhook; choose the content type application/json',
  );
  return {
    slug,
    hints: {
      name: slug.split('/').pop(),
      annotations: { 'github.com/project-slug': slug },
    },
  };
}
