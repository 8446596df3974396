import type { Oncall } from '@ghostlight/plugin-incidents-common';
import {
  EmptyState,
  Link,
  QueryBoundary,
  useFormats,
} from '@ghostlight/reliability-react';
import { useOncall } from '../hooks';
import { secondsOf, When } from '../time';
import { useIncidentsText } from '../translation';
import { More, Panel } from '../ui';
import shared from '../ui/ui.module.css';
import { EntityName, People } from '../words';

/** Who is on call for an entity, level by level, who owns it, and where that comes from. */
export function OncallPanel({ entityRef }: { entityRef: string }) {
  const t = useIncidentsText();
  const oncall = useOncall(entityRef);
  return (
    <Panel title={t('entity.oncallTitle')}>
      <QueryBoundary
        query={oncall}
        what={t('entity.oncallTitle')}
        isEmpty={data => data.levels.length === 0}
        empty={
          <>
            <EmptyState
              sentence={
                oncall.data?.missing
                  ? t('entity.nobodyBecause', { reason: oncall.data.missing })
                  : t('entity.nobody')
              }
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
      <ol className={shared.list}>
        {oncall.levels.map(level => (
          <li key={level.level}>
            <strong>
              {level.title ?? t('entity.level', { level: String(level.level) })}
            </strong>
            {': '}
            <People people={level.now} />
            {level.until && (
              <span className={shared.muted}>
                {' '}
                {t('entity.until', {
                  time: format.time(secondsOf(level.until)),
                })}
              </span>
            )}
            <div className={shared.muted}>
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
        <p className={shared.muted}>
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
        <p className={shared.plain} role="alert">
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
    return <p className={shared.muted}>{t('entity.noOwner')}</p>;
  }
  return (
    <More summary={t('entity.owners', { count: oncall.owners.length })}>
      <ul className={shared.list}>
        {oncall.owners.map(owner => (
          <li key={owner.ref}>
            <EntityName entityRef={owner.ref} title={owner.title} />{' '}
            <span className={shared.muted}>{owner.reason}</span>
          </li>
        ))}
      </ul>
    </More>
  );
}
