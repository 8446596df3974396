import type { Channels } from '@ghostlight/plugin-incidents-common';
import { listOf, nameOf } from '@ghostlight/reliability-react';
import type { IncidentsText } from '../translation';

/** A route as a sentence in the reader's language; undefined where only the backend's own is known. */
export function routeText(
  route: Channels['routes'][number],
  t: IncidentsText,
  language: string,
): string | undefined {
  const { severities, owners, entities, topics, to = [] } = route;
  if (!topics) return undefined;
  const either = (refs: string[]) =>
    listOf(refs.map(nameOf), language, 'disjunction');
  const what = [
    severities
      ? t('route.some', { severities: listOf(severities, language) })
      : t('route.all'),
    ...(owners ? [t('route.owners', { owners: either(owners) })] : []),
    ...(entities ? [t('route.entities', { entities: either(entities) })] : []),
  ].join(' ');
  const when = listOf(
    topics.map(topic => t(`route.topic_${topic}`)),
    language,
    'disjunction',
  );
  if (to.length === 0) return t('route.sentence', { what, topics: when });
  const whom = to.map(one =>
    one === 'oncall' || one === 'owner' ? t(`route.${one}`) : nameOf(one),
  );
  return t('route.sentenceTo', {
    what,
    topics: when,
    whom: listOf(whom, language),
  });
}
