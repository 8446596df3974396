import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { NotificationChannel } from '@ghostlight/plugin-incidents-node';
import { PagerDutyChannel } from './PagerDutyChannel';
import { readNotifyConfig } from './readNotifyConfig';

/**
 * A channel for each entry of `incidents.notifications.pagerduty`.
 *
 * @throws InputError that names the key
 */
export function pagerDutyChannels(
  root: RootConfigService,
): NotificationChannel[] {
  return readNotifyConfig(root).map(config =>
    PagerDutyChannel.create({ config }),
  );
}
