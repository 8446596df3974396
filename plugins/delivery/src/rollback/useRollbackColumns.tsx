import type { Rollback } from '@ghostlight/plugin-delivery-common';
import {
  EntityName,
  Link,
  uiClasses,
  When,
  type DataColumn,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useDeliveryLinks } from '../hooks';
import { useDeliveryText } from '../translation';
import { Actor, RollbackWord, useSay } from '../words';

/** The columns of the list of rollbacks. */
export function useRollbackColumns(): DataColumn<Rollback>[] {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const say = useSay();
  return useMemo(() => {
    const cut = (text: string) => (
      <span className={uiClasses.truncate} title={text}>
        {text}
      </span>
    );
    return [
      {
        id: 'id',
        title: t('rollbacks.id'),
        width: '96px',
        required: true,
        cell: row => <Link href={links.rollback(row.id)}>{row.id}</Link>,
      },
      {
        id: 'entity',
        title: t('words.entity'),
        width: 'minmax(104px, 1fr)',
        cell: row => (
          <EntityName
            entityRef={row.entityRef}
            className={uiClasses.truncate}
          />
        ),
      },
      {
        id: 'environment',
        title: t('words.environment'),
        width: '104px',
        cell: row => cut(row.environment),
      },
      {
        id: 'versions',
        title: t('rollbacks.versions'),
        width: 'minmax(140px, 1fr)',
        cell: row => cut(`${row.from.version} → ${row.to.version}`),
      },
      {
        id: 'state',
        title: t('rollbackState.label'),
        width: '160px',
        cell: row => (
          <>
            <RollbackWord state={row.state} />
            {row.dryRun && (
              <span className={uiClasses.muted}> {t('rollbacks.dryRun')}</span>
            )}
          </>
        ),
      },
      {
        id: 'became',
        title: t('rollbacks.became'),
        width: 'minmax(200px, 2fr)',
        cell: row => cut(say(row.said)),
      },
      {
        id: 'by',
        title: t('rollback.askedBy'),
        width: 'minmax(104px, 1fr)',
        cell: row => (
          <span className={uiClasses.truncate}>
            {row.automatic ? (
              t('rollbacks.byWatch')
            ) : (
              <Actor name={row.requestedBy} />
            )}
          </span>
        ),
      },
      {
        id: 'when',
        title: t('words.when'),
        width: '96px',
        cell: row => <When iso={row.requestedAt} />,
      },
      {
        id: 'reason',
        title: t('words.reason'),
        width: 'minmax(120px, 1fr)',
        cell: row => cut(row.reason),
      },
    ];
  }, [t, links, say]);
}
