import {
  notificationManagePermission,
  type Channels,
} from '@ghostlight/plugin-incidents-common';
import {
  EmptyState,
  listOf,
  Panel,
  QueryBoundary,
  type SetUrlValues,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { ChannelTable } from './ChannelTable';
import { DeliveryLog } from './DeliveryLog';
import type { oncallUrl, OncallUrl } from './oncallUrl';
import { routeText } from './routeText';
import { useChannels } from './useOncallPage';
import classes from './oncall.module.css';

/** Where notifications go and why, how each channel did lately, and every delivery. */
export function Notifications(props: {
  url: OncallUrl;
  setUrl: SetUrlValues<typeof oncallUrl>;
}) {
  const t = useIncidentsText();
  const { url, setUrl } = props;
  const { language } = useFormats();
  const channels = useChannels();
  return (
    <QueryBoundary
      query={channels}
      what={t('oncall.channels')}
      forbidden={
        <NotAllowed
          what={t('oncall.forbiddenNotifications')}
          permission={notificationManagePermission.name}
        />
      }
    >
      {data => (
        <>
          <Sentence channels={data} />
          <Panel title={t('oncall.channels')}>
            {data.items.length === 0 ? (
              <EmptyState
                sentence={t('oncall.noChannels')}
                next={t('oncall.noChannelsHint')}
              />
            ) : (
              <ChannelTable channels={data.items} onTested={channels.refresh} />
            )}
          </Panel>
          <Panel title={t('oncall.routes')}>
            {data.routes.length === 0 ? (
              <EmptyState
                sentence={t('oncall.noRoutes')}
                next={t('oncall.noRoutesHint')}
              />
            ) : (
              <ul className={uiClasses.bullets}>
                {data.routes.map((route, index) => (
                  // Two routes may say the same; they never move.
                  <li key={`${route.channel} ${index}`}>
                    <strong>{route.channel}</strong>:{' '}
                    {routeText(route, t, language) ?? (
                      <span lang="en">{route.sentence}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <DeliveryLog
            url={url}
            setUrl={setUrl}
            channels={data.items.map(each => each.name)}
          />
        </>
      )}
    </QueryBoundary>
  );
}

/** Whether people hear of incidents, in one sentence. */
function Sentence({ channels }: { channels: Channels }) {
  const t = useIncidentsText();
  const format = useFormats();
  const { items } = channels;
  const sum = (of: 'sent' | 'failed' | 'waiting') =>
    items.reduce((total, each) => total + each[of], 0);
  const failing = items.filter(each => each.failed > 0).map(each => each.name);
  return (
    <h2 className={classes.headline}>
      {t('oncall.sentLately', { count: sum('sent') })}{' '}
      {failing.length > 0
        ? t('oncall.failedLately', {
            count: sum('failed'),
            channels: listOf(failing, format.language),
          })
        : t('oncall.noneFailed')}{' '}
      {sum('waiting') > 0 && t('oncall.waitingNow', { count: sum('waiting') })}
    </h2>
  );
}
