import type { Change } from '@ghostlight/plugin-incidents-common';
import { Link, useFormats } from '@ghostlight/reliability-react';
import { secondsOf, When } from '../../time';
import { useIncidentsText } from '../../translation';
import shared from '../../ui/ui.module.css';
import { EntityName, nameOf } from '../../words';

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
    <div className={shared.scroll}>
      <table className={shared.table}>
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
                {change.url && /^https?:\/\//.test(change.url) ? (
                  <Link
                    href={change.url}
                    target="_blank"
                    rel="noreferrer noopener"
                  >
                    {change.title}
                  </Link>
                ) : (
                  change.title
                )}
                <span className={shared.muted}>
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
