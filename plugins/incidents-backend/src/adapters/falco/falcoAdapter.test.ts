import { at, readOf } from '../__testUtils__/readOf';
import { shell } from './__testUtils__/examples';
import { falcoAdapter } from './falcoAdapter';

const { read, alert, rejection } = readOf(falcoAdapter);

describe('falcoAdapter', () => {
  it('reads an event, with its output fields as labels', () => {
    expect(alert(shell)).toMatchObject({
      status: 'firing',
      name: 'Terminal shell in container',
      severity: 'info',
      startsAt: at('2026-11-21T10:10:00.500Z'),
      labels: {
        namespace: 'shop',
        pod: 'payments-7c9d-abcde',
        image: 'registry.example/payments',
        host: 'node-3',
        'proc.cmdline': 'bash -i',
        tags: 'container, shell, mitre_execution',
      },
    });
    expect(read(shell).deliveryId).toBe(shell.uuid);
  });

  it('is one alert for a rule in one place', () => {
    const { fingerprint } = alert(shell);
    const again = { ...shell, uuid: 'x', time: '2026-11-21T10:15:00Z' };
    expect(alert(again).fingerprint).toBe(fingerprint);
    const elsewhere = {
      ...shell,
      output_fields: { ...shell.output_fields, 'k8s.pod.name': 'checkout-0' },
    };
    expect(alert(elsewhere).fingerprint).not.toBe(fingerprint);
    expect(alert({ ...shell, rule: 'Another' }).fingerprint).not.toBe(
      fingerprint,
    );
  });

  it.each([
    ['Emergency', 'critical'],
    ['Alert', 'critical'],
    ['CRITICAL', 'critical'],
    ['Error', 'error'],
    ['warning', 'warning'],
    ['Informational', 'info'],
    ['Debug', 'info'],
  ])('takes priority %s for %s', (priority, severity) => {
    expect(alert({ ...shell, priority }).severity).toBe(severity);
  });

  it('tells hosts apart when no container is named', () => {
    const on = (hostname: string) =>
      alert({ ...shell, hostname, output_fields: null }).fingerprint;
    expect(on('a')).not.toBe(on('b'));
  });

  it('rejects what is no priority, and an event without a rule', () => {
    expect(rejection({ ...shell, priority: 'Loud' }).field).toBe('priority');
    expect(rejection({ priority: 'Error' }).field).toBe('rule');
    expect(() => read(null)).toThrow(/json_output/);
  });
});
