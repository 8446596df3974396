import type { Example } from '../../__testUtils__/Example';

export const shell = {
  uuid: '1b6d4f0e-0000-4000-8000-000000000001',
  output:
    '10:10:00.5: Notice A shell was spawned in a container (user=root container=payments)',
  priority: 'Notice',
  rule: 'Terminal shell in container',
  source: 'syscall',
  hostname: 'node-3',
  tags: ['container', 'shell', 'mitre_execution'],
  time: '2026-11-21T10:10:00.500123456Z',
  output_fields: {
    'container.id': '6f1a2b3c4d5e',
    'container.name': 'payments',
    'container.image.repository': 'registry.example/payments',
    'evt.time': 1795255800500000000,
    'k8s.ns.name': 'shop',
    'k8s.pod.name': 'payments-7c9d-abcde',
    'proc.cmdline': 'bash -i',
    'proc.tty': 34816,
    'user.name': 'root',
  },
};

export const examples: Example[] = [
  {
    title: 'events of a host and a cluster',
    items: [],
    body: [
      shell,
      {
        ...shell,
        uuid: '2',
        priority: 'Critical',
        rule: 'Drop and execute new binary in container',
      },
      {
        // As falcosidekick's own test sends it.
        output: 'A test',
        priority: 'Debug',
        rule: 'Test rule',
        time: '2026-11-21T10:10:00Z',
        output_fields: null,
      },
      {
        rule: 'K8s Secret Created',
        priority: 'warning',
        source: 'k8s_audit',
        time: '2026-11-21T10:11:00Z',
        output_fields: {
          'ka.target.namespace': 'shop',
          'ka.target.name': 'db',
        },
      },
    ],
  },
];
