import type { Change } from '@ghostlight/plugin-incidents-common';
import {
  EntityName,
  Link,
  nameOf,
  secondsOf,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useDeliveryLinks } from '../../hooks';
import { useIncidentsText } from '../../translation';

const outcomes = {
  succeeded: 'changes.succeeded',
  failed: 'changes.failed',
  running: 'changes.running',
} as const;

/** Changes, the latest first; with `since`, how long before (or after) that each was. */
export function ChangesTable(props: { changes: Change[]; since?: string }) {
  const t = useIncidentsText();
  const format = useFormats();
  const start = secondsOf(props.since);

  const distance = (change: Change) => {
    const at = secondsOf(change.at);
    if (start === undefined || at === undefined) return '–';
    const apart = format.duration(Math.abs(start - at), { whole: true });
    return at <= start
      ? t('changes.before', { apart })
      : t('changes.after', { apart });
  };

  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('changes.change')}</th>
            <th scope="col">{t('record.entity')}</th>
            <th scope="col">{t('changes.when')}</th>
            {start !== undefined && (
              <th scope="col">{t('changes.distance')}</th>
            )}
            <th scope="col">{t('changes.author')}</th>
            <th scope="col">{t('changes.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {props.changes.map(change => (
            <tr key={change.id}>
              <td>
                <Title change={change} />
                <span className={uiClasses.muted}>
                  {' '}
                  {t(`changeKind.${change.kind}`)}
                  {change.environment && ` · ${change.environment}`}
                </span>
              </td>
              <td>
                <EntityName entityRef={change.entityRef} />
              </td>
              <td>
                <When iso={change.at} absolute />
              </td>
              {start !== undefined && <td>{distance(change)}</td>}
              <td>{change.author ? nameOf(change.author) : '–'}</td>
              <td>{change.outcome ? t(outcomes[change.outcome]) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was changed: in the delivery family where that is installed, else where its sender shows it. */
function Title({ change }: { change: Change }) {
  const links = useDeliveryLinks();
  const { title, url, deliveryId } = change;
  const inPortal = deliveryId && links.change(deliveryId);
  if (inPortal) return <Link href={inPortal}>{title}</Link>;
  return url && /^https?:\/\//.test(url) ? (
    <Link href={url} target="_blank" rel="noreferrer noopener">
      {title}
    </Link>
  ) : (
    <>{title}</>
  );
}
