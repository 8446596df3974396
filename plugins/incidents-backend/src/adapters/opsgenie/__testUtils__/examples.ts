import type { Example } from '../../__testUtils__/Example';

export function action(
  name: string,
  alert: Record<string, string | string[]> = {},
) {
  return {
    source: { name: '', type: 'web' },
    alert: {
      alertId: '7a0e6c1e-0000-4000-8000-000000000001',
      alias: 'checkout/latency',
      tinyId: '118',
      message: 'Checkout answers slowly',
      description: 'p99 above 2 s for 10 minutes',
      tags: ['service:checkout', 'slow'],
      entity: 'checkout',
      priority: 'P1',
      details: { region: 'eu-west-1', team: 'storefront' },
      createdAt: 1795255800000,
      updatedAt: 1795255800123000000,
      username: 'ines@example.com',
      source: 'blackbox',
      ...alert,
    },
    action: name,
    integrationId: '7a0e6c1e-0000-4000-8000-00000000000a',
    integrationName: 'Ghostlight',
  };
}

export const examples: Example[] = [
  {
    title: 'actions on alerts',
    items: [],
    body: [
      action('Create'),
      action('Create', { alertId: 'b', alias: 'b', priority: 'P4' }),
      action('Acknowledge'),
      action('UpdatePriority', { alertId: 'c', alias: '', priority: 'P2' }),
      action('AddNote', { note: 'looking' }),
      action('Close'),
    ],
  },
];
