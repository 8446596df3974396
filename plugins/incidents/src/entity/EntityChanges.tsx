import {
  EmptyState,
  Panel,
  QueryBoundary,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useChanges } from '../hooks';
import { useIncidentsText } from '../translation';

const SHOWN = 10;

/** What was changed on the entity lately. */
export function EntityChanges({ entityRef }: { entityRef: string }) {
  const t = useIncidentsText();
  const refs = useMemo(() => [entityRef], [entityRef]);
  const changes = useChanges({ entityRef: refs, limit: SHOWN });
  return (
    <Panel title={t('entity.changesTitle')}>
      <QueryBoundary
        query={changes}
        what={t('entity.changesTitle')}
        isEmpty={data => data.items.length === 0}
        empty={
          <EmptyState
            sentence={t('entity.noChanges')}
            next={t('changes.noneHint')}
          />
        }
      >
        {({ items }) => (
          <ul className={uiClasses.list}>
            {items.map(change => (
              <li key={change.id}>
                {change.title}{' '}
                <span className={uiClasses.muted}>
                  {t(`changeKind.${change.kind}`)} · <When iso={change.at} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Panel>
  );
}
