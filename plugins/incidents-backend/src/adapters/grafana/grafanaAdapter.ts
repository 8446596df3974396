import type { BuiltInAdapter } from '../../intake/BuiltInAdapter';
import {
  groupAlert,
  groupMessage,
  readGroupAlert,
} from '../alertmanager-v4/groupAlert';
import {
  anything,
  alertEventOf,
  cleanLabels,
  linkOf,
  readBody,
  readItems,
} from '../shared';
import { grafanaSignature } from './grafanaSignature';

const grafanaAlert = groupAlert.extend({
  generatorURL: anything,
  panelURL: anything,
  dashboardURL: anything,
  silenceURL: anything,
  values: anything,
});

/**
 * Grafana's unified alerting, contact point “Webhook”, payload version 1: a group as Alertmanager has
 * it, with values, links and an optional signature.
 *
 * Source: https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/,
 * Grafana 12 and 13
 */
export const grafanaAdapter: BuiltInAdapter = {
  id: 'grafana',
  title: 'Grafana',
  contract: 'unified alerting webhook, version 1',
  signature: grafanaSignature({ now: undefined }),
  connect: ({ secrets, now }) =>
    secrets.length ? { signature: grafanaSignature({ now }) } : {},
  read({ body, receivedAt }) {
    const message = readBody(
      groupMessage,
      body,
      'Send the default payload of Grafana’s Webhook contact point',
    );
    const reading = readItems(message.alerts, {
      path: 'alerts',
      schema: grafanaAlert,
      read(alert, raw, path) {
        const found = readGroupAlert(alert, raw, path, receivedAt);
        const { annotations, labels } = found;
        return {
          alerts: [
            alertEventOf({
              ...found,
              // When a query fails or answers nothing, Grafana's own alert names the rule here.
              name: [labels.rulename, labels.alertname],
              title: [annotations.summary, labels.rulename],
              annotations: {
                ...annotations,
                ...prefixed('value', alert.values),
                silence_url: linkOf(alert.silenceURL),
              },
              url:
                linkOf(alert.panelURL) ??
                linkOf(alert.dashboardURL) ??
                alert.generatorURL,
            }),
          ],
        };
      },
    });
    return { ...reading, truncated: message.truncatedAlerts };
  },
};

/** The values of a rule's queries and expressions, by their letters. */
function prefixed(prefix: string, values: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cleanLabels(values)).map(([name, value]) => [
      `${prefix}.${name}`,
      value,
    ]),
  );
}
