import type { Oncall } from '@ghostlight/plugin-incidents-common';
import {
  EmptyState,
  EntityName,
  Link,
  More,
  Panel,
  QueryBoundary,
  secondsOf,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useOncall } from '../hooks';
import { useIncidentsText } from '../translation';
import { People, SaidWords } from '../words';
import { useWhyNobody } from './useWhyNobody';

/** Who is on call for an entity, level by level, who owns it, and where that comes from. */
export function OncallPanel({ entityRef }: { entityRef: string }) {
  const t = useIncidentsText();
  const oncall = useOncall(entityRef);
  const whyNobody = useWhyNobody();
  return (
    <Panel title={t('entity.oncallTitle')}>
      <QueryBoundary
        query={oncall}
        what={t('entity.oncallTitle')}
        isEmpty={data => data.levels.length === 0}
        empty={
          <>
            <EmptyState
              sentence={whyNobody(oncall.data)}
              next={t('entity.nobodyHint')}
            />
            {oncall.data && <Owners oncall={oncall.data} />}
          </>
        }
      >
        {data => <Levels oncall={data} />}
      </QueryBoundary>
    </Panel>
  );
}

function Levels({ oncall }: { oncall: Oncall }) {
  const t = useIncidentsText();
  const format = useFormats();
  const { source } = oncall;
  return (
    <>
      <ol className={uiClasses.list}>
        {oncall.levels.map(level => (
          <li key={level.level}>
            <strong>
              {level.title ?? t('entity.level', { level: String(level.level) })}
            </strong>
            {': '}
            <People people={level.now} />
            {level.until && (
              <span className={uiClasses.muted}>
                {' '}
                {t('entity.until', {
                  time: format.time(secondsOf(level.until)),
                })}
              </span>
            )}
            <div className={uiClasses.muted}>
              {level.next && level.next.length > 0 && (
                <>
                  {t('entity.then')}{' '}
                  <People people={level.next} withTime={false} />
                </>
              )}
              {level.next &&
                level.next.length > 0 &&
                level.escalatesAfterMinutes !== undefined &&
                ' · '}
              {level.escalatesAfterMinutes !== undefined &&
                t('entity.escalates', {
                  time: format.duration(level.escalatesAfterMinutes * 60),
                })}
            </div>
          </li>
        ))}
      </ol>
      {source && (
        <p className={uiClasses.muted}>
          {t('entity.source')}{' '}
          {source.url && /^https?:\/\//.test(source.url) ? (
            <Link href={source.url} target="_blank" rel="noreferrer noopener">
              {source.name}
            </Link>
          ) : (
            source.name
          )}{' '}
          ({source.type}){' '}
          {source.fetchedAt && (
            <>
              · {t('entity.asOf')} <When iso={source.fetchedAt} />
            </>
          )}
        </p>
      )}
      {source?.error && (
        <p className={uiClasses.plain} role="alert">
          {t('entity.sourceError', { name: source.name })}{' '}
          <span lang="en">{source.error}</span>
        </p>
      )}
      <Owners oncall={oncall} />
    </>
  );
}

function Owners({ oncall }: { oncall: Oncall }) {
  const t = useIncidentsText();
  if (oncall.owners.length === 0) {
    return <p className={uiClasses.muted}>{t('entity.noOwner')}</p>;
  }
  return (
    <More summary={t('entity.owners', { count: oncall.owners.length })}>
      <ul className={uiClasses.list}>
        {oncall.owners.map(owner => (
          <li key={owner.ref}>
            <EntityName entityRef={owner.ref} title={owner.title} />{' '}
            <span className={uiClasses.muted}>
              <SaidWords sentence={owner.reason} said={owner.said} />
            </span>
          </li>
        ))}
      </ul>
    </More>
  );
}
