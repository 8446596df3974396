import type { Example } from '../../__testUtils__/Example';

export const triggered = {
  id: '8841200000000000001',
  alert_id: '55120',
  alert_transition: 'Triggered',
  alert_cycle_key: '1732184400000000001',
  aggreg_key: 'c0ffee55120',
  alert_scope: 'service:payments,env:prod',
  alert_title: '[Triggered on {service:payments,env:prod}] Error rate is high',
  alert_type: 'error',
  alert_priority: 'P2',
  alert_metric: 'trace.http.request.errors',
  alert_query: 'avg(last_5m):sum:trace.http.request.errors{*} by {service} > 5',
  alert_status: 'errors over service:payments was > 5 during the last 5m',
  event_title: '[Triggered] Error rate is high',
  event_type: 'metric_alert_monitor',
  text: 'More than five requests in a hundred fail.',
  date: '1795255800000',
  last_updated: '1795255805000',
  hostname: '',
  tags: 'service:payments,env:prod,team:billing,monitor',
  link: 'https://app.datadoghq.example/event/event?id=8841200000000000001',
  org_id: '777',
  org_name: 'Playhouse',
};

export const recovered = {
  ...triggered,
  id: '8841200000000000002',
  alert_transition: 'Recovered',
  alert_title: '[Recovered on {service:payments,env:prod}] Error rate is high',
  alert_type: 'success',
  alert_scope: 'env:prod, service:payments',
  date: '1795256400000',
};

export const examples: Example[] = [
  {
    title: 'a monitor with groups',
    items: [],
    body: [
      triggered,
      { ...triggered, id: '3', aggreg_key: 'beef1', alert_transition: 'Warn' },
      recovered,
      {
        ...triggered,
        id: '4',
        aggreg_key: '$AGGREG_KEY',
        alert_id: 55121,
        alert_scope: '*',
        alert_transition: 'Re-No Data',
        alert_priority: '',
      },
    ],
  },
];
