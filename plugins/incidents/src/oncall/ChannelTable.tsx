import type { Channels } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  TONE_COLOUR,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../translation';
import { TestDialog } from './TestDialog';
import classes from './oncall.module.css';

/** Each channel: what it sent and could not send in the last day, and a test. */
export function ChannelTable(props: {
  channels: Channels['items'];
  onTested(): void;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const { channels, onTested } = props;
  const [testing, setTesting] = useState<string>();
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table}>
        <caption className={classes.caption}>{t('inbox.lastDay')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('oncall.channel')}</th>
            <th scope="col">{t('oncall.type')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('oncall.state_sent')}
            </th>
            <th scope="col" className={uiClasses.end}>
              {t('oncall.state_failed')}
            </th>
            <th scope="col" className={uiClasses.end}>
              {t('oncall.state_waiting')}
            </th>
            <th scope="col">{t('oncall.lastSent')}</th>
            <th scope="col">{t('oncall.lastError')}</th>
            <th scope="col">{t('inbox.act')}</th>
          </tr>
        </thead>
        <tbody>
          {channels.map(each => (
            <tr key={each.name}>
              <th scope="row">{each.name}</th>
              <td>{each.type}</td>
              <td className={uiClasses.end}>{format.count(each.sent)}</td>
              <td className={uiClasses.end}>
                {each.failed > 0 ? (
                  <strong style={{ color: TONE_COLOUR.negative }}>
                    {t('oncall.failedCount', { count: each.failed })}
                  </strong>
                ) : (
                  '0'
                )}
              </td>
              <td className={uiClasses.end}>{format.count(each.waiting)}</td>
              <td>
                {each.lastSentAt ? (
                  <When iso={each.lastSentAt} />
                ) : (
                  t('inbox.never')
                )}
              </td>
              <td className={classes.wrap} lang="en">
                {each.lastError ?? '–'}
              </td>
              <td>
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={t('oncall.testLabel', { channel: each.name })}
                  onPress={() => setTesting(each.name)}
                >
                  {t('oncall.test')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {testing && (
        <TestDialog
          channel={testing}
          onClose={() => setTesting(undefined)}
          onTested={onTested}
        />
      )}
    </div>
  );
}
