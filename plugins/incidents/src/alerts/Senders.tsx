import type { AdapterStatus } from '@ghostlight/plugin-incidents-common';
import {
  CopyButton,
  EmptyState,
  listOf,
  Panel,
  QueryBoundary,
  uiClasses,
  useBackend,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { useSenders } from './useInbox';
import classes from './alerts.module.css';

/** Every tool that can send: where to, with which credential, and what came in the last day. */
export function Senders() {
  const t = useIncidentsText();
  const senders = useSenders();
  return (
    <QueryBoundary
      query={senders}
      what={t('inbox.view_senders')}
      forbidden={
        <NotAllowed
          what={t('inbox.forbidden')}
          permission="incidents.alert.read"
        />
      }
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState sentence={t('inbox.sendersNone')} />}
    >
      {({ items }) => (
        <Panel title={t('inbox.view_senders')}>
          <p className={uiClasses.muted}>{t('inbox.sendersHint')}</p>
          <SenderTable items={items} />
        </Panel>
      )}
    </QueryBoundary>
  );
}

function SenderTable({ items }: { items: AdapterStatus[] }) {
  const t = useIncidentsText();
  const format = useFormats();
  const backend = useBackend('incidents');
  // Those in use are read first.
  const sorted = [...items].sort(
    (a, b) => b.deliveries - a.deliveries || a.title.localeCompare(b.title),
  );
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table}>
        <caption className={classes.subtitle}>{t('inbox.lastDay')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('inbox.sender')}</th>
            <th scope="col">{t('inbox.sendTo')}</th>
            <th scope="col">{t('inbox.lastAt')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('inbox.deliveries')}
            </th>
            <th scope="col" className={uiClasses.end}>
              {t('inbox.accepted')}
            </th>
            <th scope="col" className={uiClasses.end}>
              {t('inbox.view_quarantined')}
            </th>
            <th scope="col" className={uiClasses.end}>
              {t('inbox.truncated')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(each => {
            const address = `${backend}${each.path}`;
            const ways = (each.authentication ?? []).map(way =>
              way === 'token' ? t('inbox.token') : way,
            );
            return (
              <tr key={each.id}>
                <th scope="row">{each.title}</th>
                <td className={`${classes.wrap} ${classes.address}`}>
                  <span className={classes.acts}>
                    <code className={classes.code}>{address}</code>
                    <CopyButton
                      text={address}
                      what={t('inbox.addressOf', { sender: each.title })}
                    />
                  </span>
                  <div className={uiClasses.muted}>
                    {t('inbox.topic', { topic: each.topic })}
                  </div>
                  {ways.length > 0 && (
                    <div className={uiClasses.muted}>
                      {t('inbox.credential')}{' '}
                      {listOf(ways, format.language, 'disjunction')}
                    </div>
                  )}
                </td>
                <td>
                  {each.lastAt ? <When iso={each.lastAt} /> : t('inbox.never')}
                </td>
                <td className={uiClasses.end}>
                  {format.count(each.deliveries)}
                </td>
                <td className={uiClasses.end}>{format.count(each.accepted)}</td>
                <td className={uiClasses.end}>
                  {format.count(each.quarantined)}
                </td>
                <td className={uiClasses.end}>
                  {each.truncated > 0 ? (
                    <strong title={t('inbox.truncatedHint')}>
                      {t('inbox.truncatedCount', { count: each.truncated })}
                    </strong>
                  ) : (
                    '0'
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {sorted.some(each => each.truncated > 0) && (
        <p className={uiClasses.plain}>{t('inbox.truncatedHint')}</p>
      )}
    </div>
  );
}
