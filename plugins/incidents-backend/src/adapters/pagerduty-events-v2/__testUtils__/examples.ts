import type { Example } from '../../__testUtils__/Example';

const payload = {
  summary: 'Disk of pay-db-1 is almost full',
  source: 'pay-db-1',
  severity: 'critical',
  timestamp: '2026-11-21T10:10:00.000+0000',
  component: 'postgres',
  group: 'databases',
  class: 'disk',
  custom_details: { free: '3 %', mount: { path: '/var' } },
};

export const examples: Example[] = [
  {
    title: 'a trigger',
    body: {
      routing_key: 'c0ffeec0ffeec0ffeec0ffeec0ffee00',
      event_action: 'trigger',
      dedup_key: 'disk/pay-db-1',
      payload,
      client: 'Blackbox',
      client_url: 'https://blackbox.example',
      links: [{ href: 'https://runbooks.example/disk', text: 'Runbook' }],
      images: [{ src: 'https://charts.example/1.png' }],
    },
  },
  {
    title: 'a resolve',
    body: {
      routing_key: 'c0ffeec0ffeec0ffeec0ffeec0ffee00',
      event_action: 'resolve',
      dedup_key: 'disk/pay-db-1',
    },
  },
  {
    title: 'a change',
    body: {
      routing_key: 'c0ffeec0ffeec0ffeec0ffeec0ffee00',
      payload: {
        summary: 'Deployed payments 4.2.0',
        source: 'ci',
        timestamp: '2026-11-21T10:05:00Z',
        custom_details: { build: 77 },
      },
      links: [{ href: 'https://ci.example/77' }],
    },
  },
];
