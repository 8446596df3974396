import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { join } from 'node:path';
import { csvOf, metricsOf, type MetricsScope } from '.';
import { renderMetrics } from './renderMetrics';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const minute = 60_000;
const day = 86_400_000;
const start = Date.UTC(2026, 9, 1);

describe.each(databases.eachSupportedId())('metrics on %s', databaseId => {
  let db: Knex;
  let next: number;

  beforeEach(async () => {
    db = await databases.init(databaseId);
    await db.migrate.latest({
      directory: join(__dirname, '../../migrations'),
    });
    next = 1;
  });

  /** An incident of payments, `at` days after the first, with minutes from its start to each instant. */
  async function happened(
    at: number,
    more: {
      detected?: number;
      acknowledged?: number;
      identified?: number;
      mitigated?: number;
      recovered?: number;
      resolved?: number;
      entity?: string;
      columns?: object;
    } = {},
  ) {
    const number = next++;
    const startedAt = start + at * day;
    const after = (minutes?: number) =>
      minutes === undefined ? null : startedAt + minutes * minute;
    const entity = more.entity ?? 'component:default/payments';
    await db('incidents').insert({
      number,
      title: `=incident ${number}`,
      severity: 'SEV2',
      status: more.resolved === undefined ? 'investigating' : 'resolved',
      source: 'rule',
      owner_ref: 'group:default/payments',
      suspects: '[]',
      because: 'a test',
      summary: '',
      started_at: startedAt,
      detected_at: after(more.detected),
      acknowledged_at: after(more.acknowledged),
      identified_at: after(more.identified),
      mitigated_at: after(more.mitigated),
      recovered_at: after(more.recovered),
      resolved_at: after(more.resolved),
      created_at: startedAt,
      updated_at: startedAt,
      ...more.columns,
    });
    await db('incident_entities').insert({
      incident_number: number,
      entity_ref: entity,
      role: 'origin',
      since: startedAt,
      owner_ref: 'group:default/payments',
      system_ref: 'system:default/ordering',
    });
    return number;
  }

  const scope = (more: Partial<MetricsScope> = {}): MetricsScope => ({
    from: start,
    to: start + 30 * day,
    imported: false,
    ...more,
  });

  it('measure each phase between the instants that its definition names', async () => {
    await happened(0, {
      detected: 2,
      acknowledged: 5,
      identified: 12,
      mitigated: 20,
      recovered: 26,
      resolved: 30,
    });
    // Nobody said what the cause was, or that it was mitigated.
    await happened(1, { detected: 1, resolved: 10 });
    const metrics = await metricsOf(db, scope());
    const seconds = ({ values }: { values?: number[] }) =>
      values?.map(value => value / 60);
    expect({
      detect: seconds(metrics.detect),
      acknowledge: seconds(metrics.acknowledge),
      identify: seconds(metrics.identify),
      fix: seconds(metrics.fix),
      recover: seconds(metrics.recover),
      resolve: seconds(metrics.resolve),
    }).toEqual({
      detect: [1, 2],
      acknowledge: [3],
      identify: [10],
      fix: [8],
      recover: [6],
      resolve: [10, 30],
    });
    expect(metrics.resolve).toMatchObject({ n: 2, enough: false });
  });

  it('leave out what was merged, deleted or imported, and what is of others', async () => {
    await happened(0, { resolved: 10 });
    await happened(1, { resolved: 10, columns: { merged_into: 1 } });
    await happened(2, { resolved: 10, columns: { deleted_at: start } });
    await happened(3, { resolved: 10, columns: { imported: true } });
    await happened(40, { resolved: 10 });
    const counted = async (more: Partial<MetricsScope>) =>
      (await metricsOf(db, scope(more))).incidents;
    expect(await counted({})).toBe(1);
    expect(await counted({ imported: true })).toBe(2);
    expect((await metricsOf(db, scope({ imported: true }))).imported).toBe(1);
    expect(await counted({ entityRef: 'component:default/payments' })).toBe(1);
    expect(await counted({ entityRef: 'component:default/ledger' })).toBe(0);
    expect(await counted({ owner: 'group:default/payments' })).toBe(1);
    expect(await counted({ system: 'system:default/ordering' })).toBe(1);
    expect(await counted({ system: 'system:default/shopping' })).toBe(0);
    expect(await counted({ severity: ['SEV1'] })).toBe(0);
    expect(
      await counted({
        visible: { of: 'owner', refs: ['group:default/search'] },
      }),
    ).toBe(0);
  });

  it('take the time between failures per entity, and overlapping ones as one', async () => {
    await happened(0, { resolved: 60 });
    // While the first goes on.
    await happened(0.02, { resolved: 90 });
    await happened(1, { resolved: 10 });
    await happened(1, { resolved: 10, entity: 'component:default/ledger' });
    await happened(3, { resolved: 10, entity: 'component:default/ledger' });
    const { betweenFailures } = await metricsOf(db, scope());
    expect(betweenFailures.values?.map(Math.round)).toEqual([
      Math.round((day * 0.98 - 90 * minute) / 1000),
      Math.round((2 * day - 10 * minute) / 1000),
    ]);
  });

  it('compare with the span before, once there is enough', async () => {
    for (let each = 0; each < 12; each += 1) {
      await happened(each, { resolved: 10 + each / 10 });
      await happened(each - 30, { resolved: 60 + each });
    }
    const { resolve, perPeriod } = await metricsOf(db, scope());
    expect(resolve).toMatchObject({
      n: 12,
      enough: true,
      trend: { previousN: 12, change: 'better' },
    });
    expect(perPeriod).toHaveLength(30);
    expect(perPeriod[0]).toMatchObject({ incidents: 1, median: 600 });
    expect(perPeriod[29]).toEqual({
      from: new Date(start + 29 * day).toISOString(),
      to: new Date(start + 30 * day).toISOString(),
      incidents: 0,
    });
  });

  it('say how much noise was cut, and what notifications led to', async () => {
    const acknowledged = await happened(0, {
      columns: { alert_count: 2, acknowledged_by: 'user:default/ines' },
    });
    const ignored = await happened(1, { columns: { alert_count: 1 } });
    const alert = (id: number, incident: number | null, occurrences: number) =>
      db('alerts').insert({
        id,
        fingerprint: `f${id}`,
        current: true,
        adapter: 'alertmanager',
        name: 'HighErrorRate',
        title: '5xx',
        severity: 'critical',
        status: 'resolved',
        starts_at: start,
        received_at: start + day,
        last_seen_at: start + day,
        occurrences,
        transitions: 0,
        labels: '{}',
        annotations: '{}',
        incident_number: incident,
      });
    await alert(1, acknowledged, 10);
    await alert(2, acknowledged, 5);
    await alert(3, ignored, 4);
    await alert(4, null, 1);
    await db('suppressions').insert({
      alert_id: 4,
      kind: 'silence',
      reason: 'planned',
      at: start,
    });
    const sent = (incident: number, key: string, state = 'sent') =>
      db('notifications').insert({
        incident_number: incident,
        channel: 'portal',
        kind: 'opened',
        subject: 's',
        target: '{}',
        state,
        key,
        created_at: start,
      });
    await sent(acknowledged, 'a');
    await sent(acknowledged, 'b');
    await sent(ignored, 'c');
    await sent(ignored, 'd', 'failed');
    const { noise, notifications } = await metricsOf(db, scope());
    expect(noise).toEqual({
      reports: 20,
      alerts: 4,
      suppressed: 1,
      inIncidents: 3,
      incidents: 2,
      alertsPerIncident: 1.5,
      cut: 0.9,
    });
    expect(notifications).toEqual({
      sent: 3,
      incidents: 2,
      actedOn: 1,
      share: 0.5,
    });
    // A note is an act too.
    await db('timeline').insert({
      incident_number: ignored,
      at: start,
      kind: 'note',
      author: 'user:default/ines',
      text: 'looking',
    });
    expect((await metricsOf(db, scope())).notifications.actedOn).toBe(2);
  });

  it('go into a spreadsheet as text, not as formulas', async () => {
    await happened(0, { detected: 1, resolved: 10 });
    expect(await csvOf(db, scope())).toBe(
      [
        'incident,title,severity,owner,imported,started_at,alerts,detect_seconds,acknowledge_seconds,identify_seconds,fix_seconds,recover_seconds,resolve_seconds',
        `INC-0001,'=incident 1,SEV2,group:default/payments,no,2026-10-01T00:00:00.000Z,0,60,,,,,600`,
        '',
      ].join('\n'),
    );
  });

  it('are there for a Prometheus to scrape', async () => {
    await happened(0);
    for (let each = 1; each <= 10; each += 1)
      await happened(each, { resolved: 10 });
    await db('inbox').insert({
      delivery_id: 1,
      kind: 'alert',
      adapter: 'grafana',
      received_at: start,
      event: '{}',
      raw: '{}',
    });
    const { text } = await renderMetrics(db, start + 30 * day);
    for (const line of [
      'incidents_open{severity="SEV2"} 1',
      'incidents_open{severity="SEV1"} 0',
      'incidents_inbox_waiting 1',
      `incidents_inbox_oldest_seconds ${(30 * day) / 1000}`,
      'incidents_time_seconds{phase="resolve",quantile="0.5"} 600',
      'incidents_time_count{phase="detect"} 0',
    ])
      expect(text.split('\n')).toContain(line);
  });
});
