import type { BuiltInAdapter } from '../intake/BuiltInAdapter';
import { alertmanagerAdapter } from './alertmanager-v4';
import { cloudeventsAdapter } from './cloudevents';
import { cloudwatchAdapter } from './cloudwatch-sns';
import { grafanaAdapter } from './grafana';
import { pagerdutyEventsAdapter } from './pagerduty-events-v2';
import { pagerdutyAdapter } from './pagerduty-v3';
import { sloBurnAdapter } from './slo-burn';
import { datadogAdapter } from './datadog';
import { opsgenieAdapter } from './opsgenie';
import { newRelicAdapter } from './new-relic';
import { splunkAdapter } from './splunk';
import { zabbixAdapter } from './zabbix';
import { sentryAdapter } from './sentry';
import { falcoAdapter } from './falco';
import { trivyAdapter } from './trivy';
import { kubernetesEventsAdapter } from './kubernetes-events';

/** All that can be sent to without a module. A new adapter is a folder here, and a line. */
export const adapters: BuiltInAdapter[] = [
  alertmanagerAdapter,
  grafanaAdapter,
  pagerdutyAdapter,
  pagerdutyEventsAdapter,
  cloudwatchAdapter,
  cloudeventsAdapter,
  sloBurnAdapter,
  datadogAdapter,
  opsgenieAdapter,
  newRelicAdapter,
  splunkAdapter,
  zabbixAdapter,
  sentryAdapter,
  falcoAdapter,
  trivyAdapter,
  kubernetesEventsAdapter,
];
