import { component } from '../pipeline/__testUtils__/world';
import { replay, type ReplayedIncident, type ReplayLine } from '.';

const begin = Date.parse('2026-11-21T12:00:00Z');
const at = (seconds: number) => new Date(begin + seconds * 1000).toISOString();

function alertmanager(
  seconds: number,
  service: string,
  status: 'firing' | 'resolved',
  startsAt: number,
): ReplayLine {
  const alert = {
    status,
    labels: { alertname: 'HighErrorRate', service, severity: 'critical' },
    annotations: { summary: `${service} answers with errors` },
    startsAt: at(startsAt),
    endsAt: status === 'resolved' ? at(seconds) : '0001-01-01T00:00:00Z',
    generatorURL: 'http://prometheus.example/graph',
    fingerprint: `f-${service}`,
  };
  return {
    adapter: 'alertmanager',
    receivedAt: at(seconds),
    body: {
      version: '4',
      groupKey: `{}:{service="${service}"}`,
      truncatedAlerts: 0,
      status,
      receiver: 'ghostlight',
      groupLabels: {},
      commonLabels: {},
      commonAnnotations: {},
      externalURL: 'http://alertmanager.example',
      alerts: [alert],
    },
  };
}

async function all(
  lines: Iterable<ReplayLine>,
  options: Partial<Parameters<typeof replay>[0]> = {},
): Promise<ReplayedIncident[]> {
  const entities = [
    component('checkout', { dependsOn: ['payments'] }),
    component('payments'),
  ];
  const incidents: ReplayedIncident[] = [];
  for await (const incident of replay({ lines, entities, ...options }))
    incidents.push(incident);
  return incidents;
}

describe('A replay', () => {
  it('gives the incidents of a recording, with members, origin and reasons, in their own time', async () => {
    const incidents = await all([
      alertmanager(0, 'payments', 'firing', 0),
      alertmanager(20, 'checkout', 'firing', 15),
      alertmanager(600, 'payments', 'resolved', 0),
      alertmanager(605, 'checkout', 'resolved', 15),
      // Two hours later it happens again: that is another incident.
      alertmanager(7_800, 'payments', 'firing', 7_790),
    ]);
    expect(incidents).toMatchObject([
      {
        id: 'INC-0001',
        status: 'resolved',
        originRef: 'component:default/payments',
        alertCount: 2,
        startedAt: at(0),
        recoveredAt: at(605),
        resolvedAt: at(905),
        entities: [
          { entityRef: 'component:default/payments', role: 'origin' },
          { entityRef: 'component:default/checkout', role: 'symptom' },
        ],
        alerts: [
          { title: 'payments answers with errors', isSymptom: false },
          {
            title: 'checkout answers with errors',
            isSymptom: true,
            because: expect.arrayContaining([
              expect.objectContaining({ kind: 'depends-on' }),
            ]),
          },
        ],
      },
      { id: 'INC-0002', status: 'investigating', startedAt: at(7_790) },
    ]);
  });

  it('says which line names no adapter, and leaves out what cannot be read', async () => {
    await expect(
      all([{ adapter: 'pager', receivedAt: at(0), body: {} }]),
    ).rejects.toThrow("Line 1: there is no adapter 'pager'");
    const rejected: unknown[] = [];
    const incidents = await all(
      [
        { adapter: 'alertmanager', receivedAt: at(0), body: { version: '9' } },
        alertmanager(1, 'payments', 'firing', 0),
      ],
      { onRejected: item => rejected.push(item) },
    );
    expect(rejected).toHaveLength(1);
    expect(incidents).toHaveLength(1);
  });
});
