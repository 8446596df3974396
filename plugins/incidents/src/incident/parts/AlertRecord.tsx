import type { AlertDetail } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  CodeBlock,
  EntityName,
  Link,
  Panel,
  QueryBoundary,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useAlert } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { Reasons, SaidWords, useSaid } from '../../words';
import classes from '../incident.module.css';

/** One alert in full: how its entity was found, why it joined, and what its sender wrote, as text. */
export function AlertRecord(props: {
  id: string;
  onClose(): void;
  /** Under the title: what can be done about it. */
  acts?(alert: AlertDetail): ReactNode;
  /** Before the labels: what else there is to know of it. */
  more?(alert: AlertDetail): ReactNode;
}) {
  const t = useIncidentsText();
  const alert = useAlert(props.id);
  return (
    <QueryBoundary query={alert} what={t('alerts.alert')}>
      {data => (
        <Loaded
          alert={data}
          onClose={props.onClose}
          acts={props.acts?.(data)}
          more={props.more?.(data)}
        />
      )}
    </QueryBoundary>
  );
}

function Loaded(props: {
  alert: AlertDetail;
  onClose(): void;
  acts?: ReactNode;
  more?: ReactNode;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const say = useSaid();
  const { alert, onClose } = props;
  const labels = { ...alert.labels, ...alert.annotations };
  return (
    <Panel
      title={alert.title}
      aside={
        <Button size="small" variant="tertiary" onPress={onClose}>
          {t('act.close')}
        </Button>
      }
    >
      {props.acts}
      <dl className={classes.times}>
        <div>
          <dt>{t('record.entity')}</dt>
          <dd>
            {alert.entityRef ? (
              <EntityName entityRef={alert.entityRef} />
            ) : (
              t('alerts.noEntity')
            )}
            {alert.entityReason && (
              <span className={uiClasses.muted}>
                {' '}
                <SaidWords
                  sentence={alert.entityReason}
                  said={alert.entityReasonSaid}
                />
                {alert.entityConfidence !== undefined &&
                  ` (${format.percent(alert.entityConfidence)})`}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('alerts.from')}</dt>
          <dd>
            {alert.adapter}
            {alert.url && /^https?:\/\//.test(alert.url) && (
              <>
                {' · '}
                <Link
                  href={alert.url}
                  target="_blank"
                  rel="noreferrer noopener"
                >
                  {t('alerts.source')}
                </Link>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('alerts.started')}</dt>
          <dd>
            <When iso={alert.startsAt} absolute />
          </dd>
        </div>
        <div>
          <dt>{t('alerts.lastSeen')}</dt>
          <dd>
            <When iso={alert.lastSeenAt} absolute />
          </dd>
        </div>
        {alert.endsAt && (
          <div>
            <dt>{t('alerts.ended')}</dt>
            <dd>
              <When iso={alert.endsAt} absolute />
            </dd>
          </div>
        )}
      </dl>
      {alert.suppression && (
        <p className={uiClasses.plain}>
          {t('alerts.suppressed', {
            kind: t(`suppression.${alert.suppression.kind}`),
            reason: say(alert.suppression.reason, alert.suppression.said),
            count: alert.suppression.count,
          })}
        </p>
      )}
      {alert.joined && alert.joined.length > 0 && (
        <div>
          <h4 className={classes.subtitle}>{t('alerts.joined')}</h4>
          <Reasons reasons={alert.joined} />
        </div>
      )}
      {props.more}
      <div className={uiClasses.scroll}>
        <table className={`${uiClasses.table} ${classes.labels}`}>
          <caption className={classes.subtitle}>{t('alerts.labels')}</caption>
          <tbody>
            {Object.entries(labels).map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={classes.wrap}>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CodeBlock code={alert.raw} title={t('alerts.raw')} />
    </Panel>
  );
}
