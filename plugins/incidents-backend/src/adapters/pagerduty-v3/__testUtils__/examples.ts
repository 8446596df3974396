import type { Example } from '../../__testUtils__/Example';

function event(type: string, status: string) {
  return {
    event: {
      id: '01CHAMPIONS5G5K0000000001',
      event_type: type,
      resource_type: 'incident',
      occurred_at: '2026-11-21T10:10:05.500Z',
      agent: { id: 'PUSER01', type: 'user_reference' },
      client: null,
      data: {
        id: 'PINC001',
        type: 'incident',
        number: 118,
        status,
        incident_key: 'checkout/latency',
        created_at: '2026-11-21T10:10:00Z',
        title: 'Checkout answers slowly',
        html_url: 'https://playhouse.pagerduty.example/incidents/PINC001',
        urgency: 'high',
        service: {
          id: 'PSVC01',
          type: 'service_reference',
          summary: 'checkout',
        },
        priority: { id: 'PPRI01', summary: 'P2' },
        escalation_policy: { id: 'PESC01', summary: 'Storefront' },
        teams: [{ id: 'PTEAM1', summary: 'Storefront' }],
        incident_type: { name: 'incident_default' },
      },
    },
  };
}

export const examples: Example[] = [
  {
    title: 'a triggered incident',
    headers: { 'x-webhook-id': 'c0ffee' },
    body: event('incident.triggered', 'triggered'),
  },
  {
    title: 'a resolved incident',
    headers: { 'x-webhook-id': 'c0ffee' },
    body: event('incident.resolved', 'resolved'),
  },
];
