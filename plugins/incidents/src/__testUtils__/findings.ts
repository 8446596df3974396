import type { Finding } from '@ghostlight/plugin-incidents-common';
import { ago, ref } from './incidents';

/** What scanners found in payments: one with a fix, one without, one that is no package. */
export function paymentsFindings(now: number): Finding[] {
  const common = {
    adapter: 'trivy',
    entityRef: ref('payments'),
    target: 'registry.example/payments:2.3.4',
    lastSeenAt: ago(now, 60),
  };
  return [
    {
      ...common,
      id: '3',
      rule: 'CVE-2026-1234',
      title: 'Heap overflow in libssl',
      severity: 'critical',
      package: 'libssl3',
      installedVersion: '3.0.1',
      fixedVersion: '3.0.2',
      url: 'https://avd.example/CVE-2026-1234',
      firstSeenAt: ago(now, 5 * 1440),
    },
    {
      ...common,
      id: '2',
      rule: 'CVE-2026-99',
      title: 'Slow regular expression',
      severity: 'medium',
      package: 'ws',
      installedVersion: '8.1.0',
      url: ['javascript', 'alert(1)'].join(':'),
      firstSeenAt: ago(now, 2 * 1440),
    },
    {
      ...common,
      id: '1',
      rule: 'DS002',
      title: 'Image user should not be root',
      severity: 'high',
      target: 'Dockerfile',
      firstSeenAt: ago(now, 1440),
    },
  ];
}
