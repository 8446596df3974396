import { readOf } from '../__testUtils__/readOf';
import { hmacHex } from '../shared';
import { grafanaAdapter } from './grafanaAdapter';
import { grafanaSignature } from './grafanaSignature';

const { alert, read } = readOf(grafanaAdapter);

const firing = {
  status: 'firing',
  labels: { alertname: 'CPU hot', grafana_folder: 'shop', severity: 'warn' },
  annotations: { summary: 'CPU above 90 %' },
  startsAt: '2026-11-21T10:10:00+01:00',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://grafana.example/alerting/grafana/a1/view',
  fingerprint: '57c6d9296de2ad39',
  silenceURL: 'https://grafana.example/alerting/silence/new?alertmanager=g',
  dashboardURL: 'https://grafana.example/d/d1',
  panelURL: 'https://grafana.example/d/d1?viewPanel=2',
  values: { A: 93.5, C: 1 },
};
const group = (...alerts: unknown[]) => ({ version: '1', orgId: 1, alerts });

describe('grafanaAdapter', () => {
  it('shows the panel, and the values of the queries', () => {
    expect(alert(group(firing))).toMatchObject({
      fingerprint: '57c6d9296de2ad39',
      name: 'CPU hot',
      title: 'CPU above 90 %',
      severity: 'warning',
      url: firing.panelURL,
      annotations: {
        'value.A': '93.5',
        'value.C': '1',
        silence_url: firing.silenceURL,
      },
    });
  });

  it('links to the rule where there is no panel, and to nothing that is no page', () => {
    const bare = { ...firing, panelURL: '', dashboardURL: '' };
    expect(alert(group(bare)).url).toBe(firing.generatorURL);
    const odd = { ...bare, generatorURL: 'vbscript:alert(1)' };
    expect(alert(group(odd))).not.toHaveProperty('url');
  });

  it('names the rule when Grafana tells that a query failed', () => {
    const labels = { alertname: 'DatasourceError', rulename: 'CPU hot' };
    expect(alert(group({ ...firing, labels })).name).toBe('CPU hot');
  });

  it('counts what was left out, and takes null for values', () => {
    const body = { ...group({ ...firing, values: null }), truncatedAlerts: 3 };
    expect(read(body)).toMatchObject({ truncated: 3, rejected: [] });
  });
});

describe('grafanaSignature', () => {
  const now = Date.parse('2026-11-21T10:20:00Z');
  const rawBody = Buffer.from('{"alerts":[]}');
  const seconds = now / 1000;
  const check = grafanaSignature({ now: () => now });
  const verify = (headers: Record<string, string>) =>
    check.verify({ rawBody, headers, secrets: ['new', 'old'] });
  const header = 'x-grafana-alerting-signature';
  const stamp = 'x-grafana-alerting-timestamp';
  const signed = (secret: string, at?: number): Record<string, string> =>
    at === undefined
      ? { [header]: hmacHex('sha256', secret, rawBody) }
      : {
          [header]: hmacHex('sha256', secret, `${at}:`, rawBody),
          [stamp]: String(at),
        };

  it.each<[string, boolean, Record<string, string>]>([
    ['the body, with the new secret', true, signed('new')],
    ['the body, with the old secret', true, signed('old')],
    ['the body and a time', true, signed('new', seconds - 60)],
    ['another secret', false, signed('other')],
    ['a time long ago', false, signed('new', seconds - 3_600)],
    ['a time to come', false, signed('new', seconds + 3_600)],
    ['no time', false, { ...signed('new', seconds), [stamp]: 'noon' }],
    [
      'another time',
      false,
      { ...signed('new', seconds), [stamp]: String(seconds + 1) },
    ],
    ['nothing', false, {}],
  ])('over %s: %s', (_over, expected, headers) => {
    expect(verify(headers)).toBe(expected);
  });
});
