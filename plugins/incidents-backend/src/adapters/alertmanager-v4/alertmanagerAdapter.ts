import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { alertEventOf, anything, readBody, readItems } from '../shared';
import { groupAlert, groupMessage, readGroupAlert } from './groupAlert';

const prometheusAlert = groupAlert.extend({ generatorURL: anything });

/**
 * Prometheus Alertmanager's webhook, version 4: at least once, again on 5xx.
 *
 * Source: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config, Alertmanager 0.33
 */
export const alertmanagerAdapter: Adapter = {
  id: 'alertmanager',
  title: 'Prometheus Alertmanager',
  contract: 'webhook version 4',
  read({ body, receivedAt }) {
    const message = readBody(
      groupMessage,
      body,
      'Send what Alertmanager sends to a webhook_configs URL',
    );
    const reading = readItems(message.alerts, {
      path: 'alerts',
      schema: prometheusAlert,
      read(alert, raw, path) {
        const found = readGroupAlert(alert, raw, path, receivedAt);
        return {
          alerts: [
            alertEventOf({
              ...found,
              name: [found.labels.alertname],
              title: [
                found.annotations.summary,
                found.annotations.title,
                found.annotations.message,
              ],
              url: alert.generatorURL,
            }),
          ],
        };
      },
    });
    return { ...reading, truncated: message.truncatedAlerts };
  },
};
