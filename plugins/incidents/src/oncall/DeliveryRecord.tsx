import type { NotificationRecord } from '@ghostlight/plugin-incidents-common';
import { Button, Panel, useFormats, When } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useIncidentsText } from '../translation';
import { StateWord } from './StateWord';
import classes from './oncall.module.css';

/** One notification in full. */
export function DeliveryRecord(props: {
  record: NotificationRecord;
  onClose(): void;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const { record, onClose } = props;
  const facts: Array<[string, ReactNode]> = [
    [t('oncall.state'), <StateWord state={record.state} />],
    [t('oncall.channel'), record.channel],
    [t('oncall.kind'), t(`oncall.kind_${record.kind}`)],
    [t('oncall.recipient'), record.recipient ?? t('oncall.everybody')],
    [t('oncall.created'), <When iso={record.createdAt} absolute />],
    [t('oncall.attempts'), format.count(record.attempts)],
  ];
  if (record.sentAt)
    facts.push([t('oncall.state_sent'), <When iso={record.sentAt} absolute />]);
  if (record.nextAttemptAt)
    facts.push([
      t('oncall.nextAttempt'),
      <When iso={record.nextAttemptAt} absolute />,
    ]);
  if (record.error)
    facts.push([t('oncall.error'), <span lang="en">{record.error}</span>]);
  if (record.key)
    facts.push([t('oncall.key'), <code key="key">{record.key}</code>]);
  return (
    <Panel
      title={record.subject}
      aside={
        <Button size="small" variant="tertiary" onPress={onClose}>
          {t('act.close')}
        </Button>
      }
    >
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
