import type { RelatedIncident } from '@ghostlight/plugin-incidents-common';
import {
  EmptyState,
  Link,
  nameOf,
  Panel,
  QueryBoundary,
  secondsOf,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useIncidentLinks, useRelated } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { SeverityWord } from '../../words';

/** Past incidents most like this one, why, and what helped then. */
export function Similar({ id }: { id: string }) {
  const t = useIncidentsText();
  const format = useFormats();
  const links = useIncidentLinks();
  const related = useRelated(id);
  const because = (one: RelatedIncident) => {
    const { sharedEntities = [], sharedWords = [] } = one;
    const parts = [
      ...(sharedEntities.length > 0
        ? [
            t('similar.sharedEntities', {
              entities: sharedEntities.map(nameOf).join(', '),
            }),
          ]
        : []),
      ...(sharedWords.length > 0
        ? [t('similar.sharedWords', { words: sharedWords.join(', ') })]
        : []),
    ];
    return parts.join('; ') || one.because;
  };
  const lasted = (from: string, to: string | undefined) => {
    const start = secondsOf(from);
    const end = secondsOf(to);
    return start !== undefined && end !== undefined
      ? t('incident.lasted', { time: format.duration(end - start) })
      : undefined;
  };
  return (
    <Panel title={t('part.similar')}>
      <QueryBoundary
        query={related}
        what={t('part.similar')}
        isEmpty={data => data.items.length === 0}
        empty={<EmptyState sentence={t('similar.none')} />}
      >
        {({ items }) => (
          <ul className={uiClasses.list}>
            {items.map(each => (
              <li key={each.id}>
                <div className={uiClasses.row}>
                  <Link href={links.incident(each.id)}>{each.id}</Link>
                  <SeverityWord severity={each.severity} />
                  <span>{each.title}</span>
                  <span className={uiClasses.muted}>
                    <When iso={each.startedAt} />
                    {lasted(each.startedAt, each.resolvedAt) &&
                      ` · ${lasted(each.startedAt, each.resolvedAt)}`}
                  </span>
                </div>
                <p className={uiClasses.plain}>
                  {each.solution
                    ? t('similar.solution', { solution: each.solution })
                    : t('similar.noSolution')}
                </p>
                <p className={uiClasses.muted}>
                  {t('similar.because', {
                    score: format.percent(each.score),
                    because: because(each),
                  })}
                </p>
              </li>
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Panel>
  );
}
