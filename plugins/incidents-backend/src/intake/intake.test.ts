import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import knexFactory, { type Knex } from 'knex';
import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  discardQuarantined,
  listQuarantine,
  retryQuarantined,
} from './quarantine';
import { adapterStatuses } from './adapterStatuses';
import { insertDeliveries } from './database/insertDeliveries';
import { readDelivery } from './readDelivery';
import { pruneIntake } from './pruneIntake';
import { alertmanagerBody, alertOf } from './__testUtils__/alertmanagerBody';
import { serviceHeader, startIntake } from './__testUtils__/startIntake';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const pagerdutySecrets = { pagerduty: { secrets: ['new one', 'old one'] } };

describe.each(databases.eachSupportedId())('intake on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
  });

  /** A backend on the one database, emptied: PostgreSQL takes long to make and drop many. */
  async function start(
    options: Omit<Parameters<typeof startIntake>[0], 'knex'> = {},
  ) {
    const started = await startIntake({ knex, ...options });
    for (const table of ['inbox', 'deliveries', 'quarantine', 'intake_counts'])
      await knex(table).delete();
    return started;
  }

  it('answers 202 when each alert of a batch is in the inbox, and wakes the pipeline', async () => {
    const { send, inbox, woken, backend } = await start();
    const body = alertmanagerBody({ count: 3, truncated: 7 });
    const answer = await send('alertmanager', body);
    expect(answer).toMatchObject({
      status: 202,
      body: { accepted: 3, quarantined: 0, duplicate: false, truncated: 7 },
    });
    expect(woken()).toBe(1);
    const rows = await inbox();
    expect(rows.map(row => row.event.labels.pod)).toEqual([
      'checkout-0',
      'checkout-1',
      'checkout-2',
    ]);
    expect(rows[0]).toMatchObject({
      kind: 'alert',
      event: {
        fingerprint: 'f000000000000000',
        status: 'firing',
        name: 'HighErrorRate',
        title: 'checkout-0 answers with errors',
        severity: 'critical',
        startsAt: Date.parse('2026-11-22T09:30:00.123Z'),
      },
      raw: alertOf(0),
    });
    expect(rows[0].event).not.toHaveProperty('endsAt');
    await backend.stop();
  });

  it('quarantines what makes no sense with its reason and path, and takes its neighbours', async () => {
    const { registry, send, inbox, wake, backend } = await start();
    const alerts = [
      alertOf(0),
      alertOf(1, { startsAt: 'yesterday' }),
      alertOf(2),
      alertOf(3, { status: 'burning' }),
      'not an alert',
    ];
    const answer = await send('alertmanager', alertmanagerBody({ alerts }));
    expect(answer).toMatchObject({
      status: 202,
      body: { accepted: 2, quarantined: 3 },
    });
    expect(await inbox()).toHaveLength(2);
    const page = await listQuarantine(knex, { limit: 2 });
    expect(page.items).toHaveLength(2);
    const next = await listQuarantine(knex, {
      limit: 2,
      cursor: page.nextCursor,
    });
    expect(next.nextCursor).toBeUndefined();
    const items = [...page.items, ...next.items].reverse();
    expect(items.map(({ field, reason }) => [field, reason])).toEqual([
      ['alerts[1].startsAt', 'not a time: "yesterday"'],
      ['alerts[3].status', expect.stringContaining('firing')],
      ['alerts[4]', expect.stringContaining('expected object')],
    ]);
    expect(JSON.parse(items[0].raw)).toEqual(alerts[1]);

    // Still not understood: it stays. Once it is, it goes on, alone and once.
    const retry = (item: { id: string }) =>
      retryQuarantined({ db: knex, registry, id: item.id, now: 1, wake });
    expect(await retry(items[1])).toMatchObject({ outcome: 'quarantined' });
    const mended = alertmanagerBody({ alerts: [alertOf(9)] });
    await knex('quarantine')
      .where({ id: items[1].id })
      .update({ body: JSON.stringify(mended) });
    const both = await Promise.allSettled([retry(items[1]), retry(items[1])]);
    expect(both.map(({ status }) => status).sort()).toContain('fulfilled');
    expect((await inbox()).map(row => row.event.labels.pod)).toEqual([
      'checkout-0',
      'checkout-2',
      'checkout-9',
    ]);
    await expect(retry(items[1])).rejects.toThrow('No item in quarantine');

    await discardQuarantined(knex, items[0].id);
    await expect(discardQuarantined(knex, items[0].id)).rejects.toThrow(
      'No item in quarantine',
    );
    await expect(discardQuarantined(knex, 'x')).rejects.toThrow('No item');
    expect((await listQuarantine(knex, {})).items).toHaveLength(1);
    await backend.stop();
  });

  it('quarantines the one alert that is nested too deep, and takes its neighbours', async () => {
    const { registry, send, inbox, wake, backend } = await start();
    const pit = `${'['.repeat(300_000)}${']'.repeat(300_000)}`;
    const deep = alertOf(1, { annotations: { summary: 'deep', pit: 'PIT' } });
    const alerts = [
      alertOf(0),
      deep,
      alertOf(2, { startsAt: 'yesterday' }),
      alertOf(3),
    ];
    const body = JSON.stringify(alertmanagerBody({ alerts }));
    const answer = await send('alertmanager', body.replace('"PIT"', pit));
    expect(answer).toMatchObject({
      status: 202,
      body: { accepted: 2, quarantined: 2 },
    });
    const pods = async () =>
      (await inbox()).map(row => row.event.labels.pod as string);
    expect(await pods()).toEqual(['checkout-0', 'checkout-3']);
    const { items } = await listQuarantine(knex, {});
    const [late, tooDeep] = items;
    expect([late.field, late.reason]).toEqual([
      'alerts[2].startsAt',
      'not a time: "yesterday"',
    ]);
    expect(tooDeep).toMatchObject({
      field: 'alerts[1]',
      reason: 'nested deeper than 100 levels; what is deeper is cut off here',
      raw: expect.stringContaining('(cut off: deeper than 100 levels)'),
    });
    expect(tooDeep.raw.length).toBeLessThan(2_000);

    // Who wants it without what was cut off has it read again.
    expect(
      await retryQuarantined({
        ...{ db: knex, registry, id: tooDeep.id, now: 1, wake },
      }),
    ).toEqual({ outcome: 'accepted' });
    expect(await pods()).toContain('checkout-1');
    await backend.stop();
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{"alerts": [', /not JSON/],
    ['no object', '"hello"', /expected object/],
    ['nothing', '', /expected object/],
    ['no list of alerts', { alerts: 'many' }, /^alerts: .*array/],
    ['a list without an alert', { alerts: [{}] }, /alerts\[0\]\.status/],
    [
      'a pit of brackets',
      `{"alerts":[${'['.repeat(50_000)}${']'.repeat(50_000)}]}`,
      /^alerts\[0\]: nested deeper than 100/,
    ],
    [
      'nothing but brackets',
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      /nested deeper than 100/,
    ],
    [
      'a pit beside the alerts',
      `{"alerts":[],"pit":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
      /The body is nested deeper than 100/,
    ],
  ])(
    'answers 400 to %s, says where, and keeps one copy',
    async (_what, body, message) => {
      const { send, inbox, backend } = await start({ now: () => 1e12 });
      for (let round = 0; round < 2; round++) {
        const answer = await send('alertmanager', body);
        expect(answer.status).toBe(400);
        expect(answer.body.error?.message).toMatch(message);
      }
      expect(await inbox()).toEqual([]);
      const { items } = await listQuarantine(knex, {});
      expect(items).toHaveLength(1);
      expect(message.test(`${items[0].field}: ${items[0].reason}`)).toBe(true);
      await backend.stop();
    },
  );

  it('reads JSON whatever the content type says, and compressed', async () => {
    const { send, inbox, backend } = await start();
    const text = JSON.stringify(alertmanagerBody());
    const types = ['text/plain', 'application/octet-stream', 'x'];
    for (const type of types) {
      const headers = { ...serviceHeader(), 'content-type': type };
      expect((await send('alertmanager', text, headers)).status).toBe(202);
    }
    const headers = { ...serviceHeader(), 'content-encoding': 'gzip' };
    const zipped = await send('alertmanager', gzipSync(text), headers);
    expect(zipped.status).toBe(202);
    expect(await inbox()).toHaveLength(4);
    await backend.stop();
  });

  it('answers 413 to what is too large, also once unpacked', async () => {
    const { send, inbox, backend } = await start({
      config: { maxBodySize: 10_000 },
    });
    const text = JSON.stringify({ padding: 'x'.repeat(20_000) });
    const headers = { ...serviceHeader(), 'content-encoding': 'gzip' };
    for (const answer of [
      await send('alertmanager', text),
      await send('alertmanager', gzipSync(text), headers),
    ]) {
      expect(answer.status).toBe(413);
      expect(answer.body.error?.message).toContain(
        'larger than 10000 bytes. Send less at a time, or raise incidents.intake.maxBodySize',
      );
    }
    expect(await inbox()).toEqual([]);
    await backend.stop();
  });

  it('lets in by token with the permission, and says what is missing', async () => {
    let allowed = true;
    const { send, backend } = await start({ allowed: () => allowed });
    const body = alertmanagerBody();
    expect((await send('alertmanager', body)).status).toBe(202);
    allowed = false;
    const refused = await send('alertmanager', body);
    expect(refused.status).toBe(403);
    expect(refused.body.error?.message).toContain('incidents.intake.write');
    const bare = await send('alertmanager', body, {});
    expect(bare.status).toBe(401);
    expect(bare.body.error?.message).toContain('external-access token');
    const wrong = await send('alertmanager', body, {
      authorization: 'Bearer mock-invalid-user-token',
    });
    expect(wrong.status).toBe(401);
    const unsigned = await send('pagerduty', body, {});
    expect(unsigned.status).toBe(401);
    expect(unsigned.body.error?.message).toContain(
      'set incidents.intake.adapters.pagerduty.secrets',
    );
    expect((await send('carrier-pigeon', body)).status).toBe(404);
    await backend.stop();
  });

  it.each(['new one', 'old one'])(
    'lets in by a signature made with the %s of two secrets, and takes a repeat once',
    async secret => {
      const { registry, send, inbox, woken, backend } = await start({
        config: { adapters: pagerdutySecrets },
      });
      const text = JSON.stringify(pagerdutyEvent('E1'));
      const sign = (key: string) => ({
        'x-pagerduty-signature': `v1=${createHmac('sha256', key)
          .update(text)
          .digest('hex')}`,
      });
      const first = await send('pagerduty', text, sign(secret));
      expect(first).toMatchObject({
        status: 202,
        body: { accepted: 1, duplicate: false },
      });
      const again = await send('pagerduty', text, sign(secret));
      expect(again).toMatchObject({
        status: 202,
        body: { accepted: 1, duplicate: true },
      });
      const forged = await send('pagerduty', text, sign('guess'));
      expect(forged.status).toBe(401);
      expect(forged.body.error?.message).toContain('PagerDuty v3 signature');
      expect(await inbox()).toHaveLength(1);
      expect(woken()).toBe(1);
      const statuses = await adapterStatuses({
        db: knex,
        registry,
        now: Date.now(),
      });
      expect(statuses.find(status => status.id === 'pagerduty')).toMatchObject({
        path: '/v1/intake/pagerduty',
        topic: 'incidents.intake.pagerduty',
        authentication: ['token', 'PagerDuty v3 signature'],
        deliveries: 1,
        accepted: 1,
        quarantined: 0,
      });
      await backend.stop();
    },
  );

  it('keeps a delivery once when it comes many times at the same time', async () => {
    const { send, inbox, backend } = await start();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        send('pagerduty', pagerdutyEvent(`E${n % 3}`)),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([202]),
    );
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(3);
    expect(await inbox()).toHaveLength(3);
    await backend.stop();
  });

  it('keeps what shares a transaction in the order in which it came', async () => {
    const { registry, inbox, backend } = await start();
    const ids = Array.from({ length: 40 }, (_, n) => `${(n * 7) % 40}`);
    const { adapter } = registry.get('pagerduty');
    const receivedAt = Date.now();
    await insertDeliveries(
      knex,
      ids.map(eventId => ({
        ...readDelivery(adapter, {
          body: pagerdutyEvent(eventId),
          headers: {},
          receivedAt,
        }),
        adapter: 'pagerduty',
        sender: 'test',
        receivedAt,
        bytes: 1,
      })),
    );
    expect((await inbox()).map(({ raw }) => raw.event.id)).toEqual(ids);
    await backend.stop();
  });

  it('says to come back when the database does not answer, and loses nothing', async () => {
    const { send, inbox, events, logger, backend } = await start();
    await knex.schema.renameTable('inbox', 'gone');
    const away = await send('alertmanager', alertmanagerBody());
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBe('5');
    const publishing = events.publish({
      topic: 'incidents.intake.alertmanager',
      eventPayload: alertmanagerBody({ count: 2 }),
    });
    await knex.schema.renameTable('gone', 'inbox');
    await publishing;
    expect((await send('alertmanager', alertmanagerBody())).status).toBe(202);
    await waitUntil(async () => (await inbox()).length === 3);
    expect(logger.error).not.toHaveBeenCalled();
    await backend.stop();
  });

  it('lets nobody wait for a database that is stuck, and takes once what it did keep', async () => {
    if (id === 'SQLITE_3') return;
    const patient = await start();
    const { send, inbox, backend } = await start({ patience: 100 });
    const holder = await knex.transaction();
    await holder.raw('lock table inbox in exclusive mode');
    const event = pagerdutyEvent('E1');
    const away = await send('pagerduty', event);
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBe('5');
    await holder.rollback();
    await waitUntil(async () => (await inbox()).length === 1);
    expect(await patient.send('pagerduty', event)).toMatchObject({
      status: 202,
      body: { accepted: 1, duplicate: true },
    });
    expect(await inbox()).toHaveLength(1);
    await backend.stop();
    await patient.backend.stop();
  });

  it('takes in what comes over topics, and quarantines there what makes no sense', async () => {
    const { events, inbox, logger, backend } = await start();
    const topic = 'incidents.intake.cloudevents';
    await events.publish({
      topic,
      eventPayload: { status: 'firing', name: 'QueueStuck' },
      metadata: {
        'CE-ID': '1',
        'CE-Source': '/queue',
        'CE-Type': 'com.example.queue',
        'CE-Specversion': '1.0',
      },
    });
    await events.publish({ topic, eventPayload: 'no JSON' });
    await waitUntil(async () => (await knex('quarantine')).length === 1);
    expect(await inbox()).toMatchObject([
      { event: { name: 'QueueStuck', status: 'firing' } },
    ]);
    expect(logger.error).not.toHaveBeenCalled();
    await backend.stop();
  });

  it('keeps hostile text harmless, capped, and beside its neighbours', async () => {
    const { send, inbox, backend } = await start();
    const labels: JsonObject = {
      alertname: 'A\u0000B\u0007C',
      huge: 'x'.repeat(1_000_000),
      ['n'.repeat(5_000)]: 'long name',
      html: '<script>alert(1)</script> [x](javascript:alert(1))',
      rtl: 'חשבון \u202egnp.exe\u202c نص',
      half: 'a\ud800b',
      nested: { deep: { er: [1, 'two', null] } },
      gone: null,
    };
    // As text, so that `__proto__` is a name of its own.
    const hostile = JSON.stringify(
      alertOf(1, { labels, generatorURL: 'vbscript:alert(1)' }),
    ).replace('"gone"', '"__proto__":{"polluted":"yes"},"gone"');
    const body = JSON.stringify(
      alertmanagerBody({ alerts: [alertOf(0), 'HERE', alertOf(2)] }),
    ).replace('"HERE"', () => hostile);
    expect(await send('alertmanager', body)).toMatchObject({
      status: 202,
      body: { accepted: 3, quarantined: 0 },
    });
    const [, row] = await inbox();
    const { event } = row;
    expect(event.name).toBe('ABC');
    expect(event.labels.huge).toHaveLength(2_000);
    expect(Object.keys(event.labels).every(name => name.length <= 200)).toBe(
      true,
    );
    expect(event.labels).toMatchObject({
      html: labels.html,
      rtl: 'חשבון gnp.exe نص',
      half: 'a\ufffdb',
      'nested.deep.er': '1, two',
    });
    expect(event).not.toHaveProperty('url');
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(row.raw.labels.alertname).toBe('AB\u0007C');
    await backend.stop();
  });

  it('forgets what is old and was read, in batches, and no more than that', async () => {
    const day = 86_400_000;
    let now = Date.UTC(2026, 9, 1);
    const { send, backend } = await start({ now: () => now });
    const bad = { alerts: [alertOf(0), alertOf(1, { status: 'x' })] };
    await send('alertmanager', alertmanagerBody(bad));
    await send('alertmanager', alertmanagerBody());
    const [read, waiting] = await knex('inbox').orderBy('id').pluck('id');
    await knex('inbox').where('id', read).update({ outcome: 'recorded' });
    now += 31 * day;
    await send('alertmanager', alertmanagerBody(bad));
    await knex('inbox').where('id', '>', waiting).update({ outcome: 'flap' });
    expect(await pruneIntake({ db: knex, before: now - 30 * day })).toBe(4);
    expect(await knex('inbox').orderBy('id').pluck('outcome')).toEqual([
      null,
      'flap',
    ]);
    expect(await knex('deliveries')).toHaveLength(1);
    expect(await knex('quarantine')).toHaveLength(1);
    expect(await knex('intake_counts')).toHaveLength(1);
    await backend.stop();
  });

  it('stores a delivery once when two backends get it at the same time', async () => {
    if (id === 'SQLITE_3') return;
    const one = await start();
    const other = knexFactory(knex.client.config);
    const two = await startIntake({ knex: other });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        [one, two][n % 2].send('pagerduty', pagerdutyEvent(`E${n >> 2}`)),
      ),
    );
    expect(answers.filter(({ status }) => status !== 202)).toEqual([]);
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(15);
    expect(await one.inbox()).toHaveLength(15);
    await one.backend.stop();
    await two.backend.stop();
    await other.destroy();
  });
});

function pagerdutyEvent(eventId: string) {
  return {
    event: {
      id: eventId,
      event_type: 'incident.triggered',
      resource_type: 'incident',
      occurred_at: '2026-11-22T09:30:00.000Z',
      data: {
        id: 'Q1X',
        type: 'incident',
        title: 'Disk almost full',
        status: 'triggered',
        created_at: '2026-11-22T09:30:00Z',
        urgency: 'high',
        service: { id: 'S1', summary: 'storage', type: 'service_reference' },
      },
    },
  };
}

async function waitUntil(holds: () => Promise<boolean>) {
  while (!(await holds())) {
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
  }
}
