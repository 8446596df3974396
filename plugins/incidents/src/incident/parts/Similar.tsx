import {
  EmptyState,
  Link,
  QueryBoundary,
  useFormats,
} from '@ghostlight/reliability-react';
import { useIncidentLinks, useRelated } from '../../hooks';
import { secondsOf, When } from '../../time';
import { useIncidentsText } from '../../translation';
import { Panel } from '../../ui';
import shared from '../../ui/ui.module.css';
import { SeverityWord } from '../../words';

/** Past incidents most like this one, why, and what helped then. */
export function Similar({ id }: { id: string }) {
  const t = useIncidentsText();
  const format = useFormats();
  const links = useIncidentLinks();
  const related = useRelated(id);
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
          <ul className={shared.list}>
            {items.map(each => (
              <li key={each.id}>
                <div className={shared.row}>
                  <Link href={links.incident(each.id)}>{each.id}</Link>
                  <SeverityWord severity={each.severity} />
                  <span>{each.title}</span>
                  <span className={shared.muted}>
                    <When iso={each.startedAt} />
                    {lasted(each.startedAt, each.resolvedAt) &&
                      ` · ${lasted(each.startedAt, each.resolvedAt)}`}
                  </span>
                </div>
                <p className={shared.plain}>
                  {each.solution
                    ? t('similar.solution', { solution: each.solution })
                    : t('similar.noSolution')}
                </p>
                <p className={shared.muted}>
                  {t('similar.because', {
                    score: format.percent(each.score),
                    because: each.because,
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
