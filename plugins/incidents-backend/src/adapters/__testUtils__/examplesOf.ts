import type { JsonValue } from '@backstage/types';
import { examples as alertmanager } from '../alertmanager-v4/__testUtils__/examples';
import { examples as cloudevents } from '../cloudevents/__testUtils__/examples';
import { examples as cloudwatch } from '../cloudwatch-sns/__testUtils__/examples';
import { examples as datadog } from '../datadog/__testUtils__/examples';
import { examples as falco } from '../falco/__testUtils__/examples';
import { examples as grafana } from '../grafana/__testUtils__/examples';
import { examples as kubernetesEvents } from '../kubernetes-events/__testUtils__/examples';
import { examples as newRelic } from '../new-relic/__testUtils__/examples';
import { examples as opsgenie } from '../opsgenie/__testUtils__/examples';
import { examples as pagerdutyEvents } from '../pagerduty-events-v2/__testUtils__/examples';
import { examples as pagerduty } from '../pagerduty-v3/__testUtils__/examples';
import { examples as sentry } from '../sentry/__testUtils__/examples';
import { examples as sloBurn } from '../slo-burn/__testUtils__/examples';
import { examples as splunk } from '../splunk/__testUtils__/examples';
import { examples as trivy } from '../trivy/__testUtils__/examples';
import { examples as zabbix } from '../zabbix/__testUtils__/examples';
import type { Example } from './Example';

const known: Record<string, Example[]> = {
  alertmanager,
  cloudevents,
  cloudwatch,
  datadog,
  falco,
  grafana,
  'kubernetes-events': kubernetesEvents,
  'new-relic': newRelic,
  opsgenie,
  pagerduty,
  'pagerduty-events': pagerdutyEvents,
  sentry,
  'slo-burn': sloBurn,
  splunk,
  trivy,
  zabbix,
};

/** Valid deliveries of an adapter, as they come from the network. One without any is not tested. */
export function examplesOf(adapterId: string) {
  const examples = known[adapterId];
  if (!examples) throw new Error(`Write examples for ${adapterId}`);
  return examples.map(example => ({
    headers: {},
    ...example,
    body: JSON.parse(JSON.stringify(example.body)) as JsonValue,
  }));
}
