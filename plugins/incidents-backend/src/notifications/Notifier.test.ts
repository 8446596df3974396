import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { FakeChannel } from './__testUtils__/FakeChannel';
import {
  forgetAll,
  levels,
  startNotifier,
  team,
} from './__testUtils__/startNotifier';

const minute = 60_000;
const hour = 60 * minute;
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const user = (name: string, email?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name },
  spec: {
    profile: { displayName: `${name} of payments`, ...(email && { email }) },
  },
});
const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments-team', title: 'Payments team' },
  spec: { type: 'team', children: [] },
  relations: [
    { type: 'hasMember', targetRef: 'user:default/ines' },
    { type: 'hasMember', targetRef: 'user:default/omar' },
  ],
};

describe.each(databases.eachSupportedId())('Notifications on %s', id => {
  let knex: Knex;
  let clock: { now: number };

  beforeAll(async () => {
    knex = await databases.init(id);
  });

  beforeEach(async () => {
    clock = { now: 1_800_000_000_000 };
    // The circuit breaker's clock goes with ours.
    jest.spyOn(Date, 'now').mockImplementation(() => clock.now);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await forgetAll(knex);
  });

  const start = (
    config: JsonObject,
    channels: FakeChannel[],
    more: Partial<Parameters<typeof startNotifier>[0]> = {},
  ) =>
    startNotifier({
      knex,
      clock,
      config,
      channels,
      entities: [user('ines', 'ines@example.com'), user('omar'), group],
      ...more,
    });

  const all = ['opened', 'severity', 'escalated', 'status', 'resolved'];

  it('take what is of no incident, once for each key, and clean it', async () => {
    const chat = FakeChannel.create('chat');
    const pager = FakeChannel.create('pager', { type: 'pagerduty' });
    const { notifier, portal } = await start({}, [chat, pager]);
    chat.goDown();
    const text = 'Deploys are\u202e frozen @here\n\n* until 10:00\u0007\n';
    const sent = await notifier.sendMessage('chat', { text, key: 'a' });
    expect(
      await notifier.sendMessage('chat', { text: 'Other', key: 'a' }),
    ).toEqual(sent);
    await notifier.drain();
    const log = async () => (await notifier.listNotifications({})).items;
    expect(await log()).toMatchObject([
      {
        id: sent.id,
        channel: 'chat',
        kind: 'message',
        subject: 'Deploys are frozen here',
        state: 'waiting',
        error: 'unreachable: connection refused',
      },
    ]);
    chat.comeBack();
    clock.now += hour;
    await notifier.drain();
    await notifier.drain();
    expect(chat.got).toEqual([
      {
        key: 'message:chat:a',
        kind: 'message',
        subject: 'Deploys are frozen here',
        body: '* until 10:00',
        recipients: [],
      },
    ]);
    expect(await log()).toMatchObject([{ state: 'sent' }]);
    // A long line is read whole below its beginning.
    const long = `${'word '.repeat(60)}end`;
    await notifier.sendMessage('chat', { text: long, key: 'b' });
    await notifier.sendMessage('portal', {
      text: 'Look',
      key: 'a',
      to: ['ines', 'group:payments-team'],
    });
    await notifier.drain();
    expect(chat.got[1].subject).toMatch(/^word .*…$/);
    expect(chat.got[1].body).toBe(long);
    expect(portal).toMatchObject([
      {
        recipients: { entityRef: ['user:default/ines', team] },
        payload: { title: 'Look', topic: 'incidents-message' },
      },
    ]);
    for (const [name, request, message] of [
      ['gone', { text: 'a' }, 'There is no channel gone'],
      ['pager', { text: 'a' }, 'wakes people'],
      ['portal', { text: 'a' }, 'whom to tell'],
      ['portal', { text: 'a', to: ['component:x'] }, 'no user and no group'],
      ['chat', { text: ' \n\u200b' }, 'nothing to read'],
    ] as const)
      await expect(
        notifier.sendMessage(name, {
          key: 'c',
          ...request,
          to: [...('to' in request ? request.to : [])],
        }),
      ).rejects.toThrow(message);
  });

  it('go to whoever is on call and the owner in the portal when nothing is configured', async () => {
    const { notifier, open, resolve, portal, events, signals } = await start(
      {},
      [],
      { oncall: levels('ines') },
    );
    const number = await open();
    await open({ severity: 'SEV4' });
    await notifier.drain();
    clock.now += 42 * minute;
    await resolve(number);
    await notifier.drain();

    expect(portal).toHaveLength(2);
    const [opened, resolved] = portal;
    expect(opened.recipients).toEqual({
      type: 'entity',
      entityRef: expect.arrayContaining([team, 'user:default/ines']),
    });
    expect(opened.payload).toEqual({
      title: 'SEV1 INC-0001: Payments fail',
      description: [
        'Why: HighErrorRate fired on payments',
        'Probable origin: payments (component)',
        'Affected: checkout (component)',
        'Owner: payments-team (group)',
        'Since 2027-01-15 08:00 UTC',
      ].join('\n'),
      link: '/incidents/INC-0001',
      severity: 'critical',
      topic: 'incidents-opened',
      scope: 'incidents:INC-0001',
    });
    expect(resolved.payload).toMatchObject({
      title: 'INC-0001 is resolved: Payments fail',
      description: expect.stringContaining('Resolved after 42 min'),
      scope: 'incidents:INC-0001',
      severity: 'normal',
    });

    expect(events.map(({ topic }) => topic)).toEqual([
      'ghostlight.incidents.changed',
      'ghostlight.incidents.changed',
      'ghostlight.incidents.changed',
    ]);
    expect(events.map(one => one.eventPayload)).toContainEqual({
      incidentId: 'INC-0001',
      kind: 'resolved',
      status: 'resolved',
      severity: 'SEV1',
      entityRefs: ['component:default/payments', 'component:default/checkout'],
      at: new Date(clock.now).toISOString(),
    });
    // Two that came together are one signal.
    expect(signals).toHaveLength(2);
    expect(signals[1]).toEqual({
      recipients: { type: 'broadcast' },
      channel: 'ghostlight:incidents',
      message: { updated: clock.now },
    });
    expect(
      await knex('timeline')
        .where({ kind: 'notification' })
        .orderBy('at')
        .select('text'),
    ).toEqual([
      { text: 'portal was told that it is open' },
      { text: 'portal was told that it is over' },
    ]);
    expect(await knex('incidents').where({ notified: true })).toHaveLength(1);
  });

  it.each<[string, JsonObject, string[]]>([
    ['by severity', { severities: ['SEV1'] }, ['INC-0001']],
    ['by owner', { owners: ['group:default/Search-Team'] }, ['INC-0002']],
    [
      'by entity',
      { entities: ['component:checkout'] },
      ['INC-0001', 'INC-0003'],
    ],
    [
      'by all of them at once',
      { severities: ['SEV1'], entities: ['component:default/search'] },
      [],
    ],
    ['by topic', { topics: ['severity', 'status'] }, []],
  ])('are routed %s', async (_name, route, expected) => {
    const chat = FakeChannel.create('chat');
    const { notifier, open } = await start(
      { routes: [{ channel: 'chat', ...route }] },
      [chat],
    );
    await open();
    await open({
      severity: 'SEV2',
      ownerRef: 'group:default/search-team',
      entities: [
        { entityRef: 'component:default/search', role: 'affected', since: 0 },
      ],
      suspects: [],
    });
    await open({ severity: 'SEV3' });
    await notifier.drain();
    expect(chat.got.map(({ incident }) => incident?.id).sort()).toEqual(
      expected,
    );
  });

  it('reach people by what the catalog knows of them at that moment', async () => {
    const mail = FakeChannel.create('mail', { type: 'email' });
    const chat = FakeChannel.create('chat');
    const oncall = {
      reach: async () => ({
        levels: 1,
        people: [
          { name: 'Ines', email: 'INES@example.com' },
          { name: 'A contractor', email: 'contractor@example.net' },
        ],
      }),
    };
    const { notifier, open } = await start(
      {
        routes: [
          { channel: 'mail', to: ['oncall', 'owner'] },
          { channel: 'chat', to: 'owner' },
          { channel: 'chat', to: ['user:default/omar'] },
        ],
      },
      [mail, chat],
      { oncall },
    );
    await open();
    await notifier.drain();
    expect(mail.got[0].recipients).toEqual(
      expect.arrayContaining([
        { name: 'A contractor', email: 'contractor@example.net' },
        {
          entityRef: 'user:default/ines',
          name: 'ines of payments',
          email: 'ines@example.com',
        },
        { entityRef: 'user:default/omar', name: 'omar of payments' },
      ]),
    );
    expect(mail.got[0].recipients).toHaveLength(3);
    expect(chat.got).toHaveLength(1);
    expect(chat.got[0].recipients).toEqual([
      { entityRef: team, name: 'Payments team' },
      { entityRef: 'user:default/omar', name: 'omar of payments' },
    ]);
    const { items } = await notifier.listNotifications({ channel: 'chat' });
    expect(items[0].recipient).toBe('Payments team, omar of payments');
  });

  describe('tell the end of what they told the beginning of', () => {
    const routes = [{ channel: 'chat', severities: ['SEV1'] }];

    it('when the severity fell out of the route before the first message went', async () => {
      const chat = FakeChannel.create('chat');
      const { notifier, open, edit, resolve } = await start({ routes }, [chat]);
      chat.goDown();
      const number = await open();
      await notifier.drain();
      clock.now += minute;
      await edit(number, { severity: 'SEV3' }, 'severity');
      clock.now += minute;
      await resolve(number);
      chat.comeBack();
      clock.now += 5 * minute;
      await notifier.drain();
      expect(chat.heard).toEqual([
        'INC-0001 opened',
        'INC-0001 severity',
        'INC-0001 resolved',
      ]);
    });

    it('and not of what nobody was told of, until its severity rose', async () => {
      const chat = FakeChannel.create('chat');
      const { notifier, open, edit, resolve } = await start({ routes }, [chat]);
      const quiet = await open({ severity: 'SEV2' });
      const rising = await open({ severity: 'SEV2' });
      await edit(rising, { severity: 'SEV1' }, 'severity');
      await resolve(quiet);
      clock.now += 1;
      await resolve(rising);
      await notifier.drain();
      expect(chat.heard).toEqual(['INC-0002 opened', 'INC-0002 resolved']);
    });

    it('once, and again when it was reopened', async () => {
      const chat = FakeChannel.create('chat');
      chat.thread = 'thread-1';
      const { notifier, open, edit, resolve, announce } = await start(
        { routes },
        [chat],
      );
      const number = await open();
      await announce(number, 'opened', 'opened');
      await resolve(number);
      await announce(number, 'resolved', 'said again under another key');
      await notifier.drain();
      clock.now += hour;
      await edit(
        number,
        { severity: 'SEV2', status: 'investigating', resolved_at: null },
        'reopened',
      );
      clock.now += hour;
      await resolve(number);
      await notifier.drain();
      expect(chat.heard).toEqual([
        'INC-0001 opened',
        'INC-0001 resolved',
        'INC-0001 opened',
        'INC-0001 resolved',
      ]);
      expect(chat.got.map(({ thread }) => thread)).toEqual([
        undefined,
        'thread-1',
        'thread-1',
        'thread-1',
      ]);
      expect(new Set(chat.got.map(({ key }) => key)).size).toBe(4);
    });

    it('to those who were told, though others are on call by then', async () => {
      let person = 'ines';
      const { notifier, open, resolve, portal } = await start({}, [], {
        oncall: { reach: request => levels(person).reach(request) },
      });
      const number = await open({ ownerRef: undefined });
      await notifier.drain();
      person = 'omar';
      await resolve(number);
      await notifier.drain();
      expect(portal.map(({ recipients }) => recipients)).toEqual([
        { type: 'entity', entityRef: ['user:default/ines'] },
        {
          type: 'entity',
          entityRef: expect.arrayContaining([
            'user:default/ines',
            'user:default/omar',
          ]),
        },
      ]);
    });

    it('when it became part of another one: says so once, and goes on with the whole', async () => {
      const chat = FakeChannel.create('chat');
      const { notifier, open, edit, resolve } = await start({ routes }, [chat]);
      const whole = await open({ severity: 'SEV2', title: 'All is slow' });
      const part = await open();
      await edit(part, { merged_into: whole }, 'merged', 'merged');
      await edit(part, { merged_into: whole }, 'merged', 'merged');
      // What happens to the part is of no interest any more.
      await resolve(part);
      await resolve(whole);
      await notifier.drain();
      expect(chat.got.map(({ subject }) => subject).sort()).toEqual([
        'INC-0001 is resolved: All is slow',
        'INC-0002 is now part of INC-0001: Payments fail',
        'SEV1 INC-0002: Payments fail',
        'SEV2 INC-0001 goes on for INC-0002: All is slow',
      ]);
    });

    it('when it was deleted', async () => {
      const chat = FakeChannel.create('chat');
      const { notifier, open, edit } = await start({ routes }, [chat]);
      const number = await open();
      await edit(number, { deleted_at: clock.now }, 'deleted');
      await notifier.drain();
      expect(chat.got.map(({ subject }) => subject)).toEqual([
        'SEV1 INC-0001: Payments fail',
        'INC-0001 was withdrawn: Payments fail',
      ]);
    });
  });

  it('are not sent for what was imported', async () => {
    const chat = FakeChannel.create('chat');
    const { notifier, open, announce } = await start(
      { routes: [{ channel: 'chat', topics: all }] },
      [chat],
      { oncall: levels('ines', 'omar') },
    );
    const number = await open();
    await knex('notifications').delete();
    await knex('outbox').delete();
    await knex('incidents').update({ imported: true });
    for (const kind of ['opened', 'severity', 'status', 'resolved'] as const)
      await announce(number, kind);
    await notifier.drain();
    expect(chat.got).toEqual([]);
    expect(await knex('escalations').whereNotNull('due_at')).toEqual([]);
  });

  it('lose nothing and repeat nothing when a receiver is down for an hour, while others go on', async () => {
    const dead = FakeChannel.create('dead');
    const well = FakeChannel.create('well');
    const routes = ['dead', 'well'].map(channel => ({ channel, topics: all }));
    const { notifier, open, resolve } = await start({ routes }, [dead, well]);
    dead.goDown();
    const back = clock.now + hour;
    const numbers: number[] = [];
    let wellAtSix = 0;
    for (let n = 0; n < 8; n++) numbers.push(await open());
    for (let n = 0; dead.got.length < 16; n++) {
      if (n === 4) for (const number of numbers) await resolve(number);
      if (clock.now >= back) dead.comeBack();
      await notifier.drain();
      if (n === 6) wellAtSix = well.got.length;
      clock.now += minute;
    }
    expect(wellAtSix).toBe(16);
    expect(clock.now - back).toBeLessThan(8 * minute);
    for (const channel of [dead, well]) {
      expect(new Set(channel.got.map(({ key }) => key)).size).toBe(16);
      for (const number of numbers) {
        const name = `INC-000${number}`;
        expect(channel.heard.filter(one => one.startsWith(name))).toEqual([
          `${name} opened`,
          `${name} resolved`,
        ]);
      }
    }
    // The breaker keeps eight messages from knocking in vain all the time.
    expect(dead.tries).toBeLessThan(16 + 8 * 25);
    const { items } = await notifier.listNotifications({ state: ['sent'] });
    expect(items).toHaveLength(32);
  });

  it('keep to the limit of a channel over all replicas, and to the pause its receiver asks for', async () => {
    const chat = FakeChannel.create('chat', { perMinute: 3 });
    const config = { routes: [{ channel: 'chat' }] };
    const one = await start(config, [chat]);
    const two = await start(config, [chat]);
    for (let n = 0; n < 8; n++) await one.open();
    const went: number[] = [];
    for (let n = 0; n < 3; n++) {
      await Promise.all([one.notifier.drain(), two.notifier.drain()]);
      went.push(chat.got.length);
      clock.now += minute;
    }
    expect(went).toEqual([3, 6, 8]);

    chat.failure = {
      reason: 'rate-limited',
      message: 'slow down',
      retry: true,
      retryAfter: 10 * minute,
    };
    await one.open();
    await one.notifier.drain();
    chat.comeBack();
    await two.open();
    clock.now += 9 * minute;
    await two.notifier.drain();
    expect(chat.got).toHaveLength(8);
    clock.now += 3 * minute;
    await Promise.all([one.notifier.drain(), two.notifier.drain()]);
    await Promise.all([one.notifier.drain(), two.notifier.drain()]);
    expect(chat.got).toHaveLength(10);
  });

  it('that no receiver will ever take are given up, and the timeline says so', async () => {
    const chat = FakeChannel.create('chat');
    const { notifier, open } = await start(
      { routes: [{ channel: 'chat' }, { channel: 'portal', to: ['oncall'] }] },
      [chat],
    );
    chat.failure = {
      reason: 'http-4xx',
      message: 'no such\u0000 channel',
      retry: false,
    };
    await open();
    await notifier.drain();
    const { items } = await notifier.listNotifications({});
    expect(
      items.map(({ channel, state, error }) => [channel, state, error]),
    ).toEqual(
      expect.arrayContaining([
        ['chat', 'failed', 'http-4xx: no such channel'],
        ['portal', 'dropped', expect.stringMatching(/^no-recipient: /)],
      ]),
    );
    expect(
      await knex('timeline').where({ kind: 'notification' }).select('text'),
    ).toEqual(
      expect.arrayContaining([
        {
          text: 'chat could not be told that it is open: http-4xx: no such channel',
        },
      ]),
    );
  });

  it('carry untrusted text that pings nobody and is short', async () => {
    const chat = FakeChannel.create('chat');
    const { notifier, open } = await start({ routes: [{ channel: 'chat' }] }, [
      chat,
    ]);
    await open({
      title: `@channel \u202Eevil\u0007\nSubject: x ${'a'.repeat(400)}`,
      because: `＠everyone ${'<script>'.repeat(100_000)}`,
    });
    await notifier.drain();
    const [{ subject, body }] = chat.got;
    expect(subject).toMatch(/^SEV1 INC-0001: channel evil Subject: x a+…$/);
    expect(Array.from(subject).length).toBeLessThanOrEqual(300);
    expect(body).toMatch(/^Why: everyone <script>/);
    expect(body.length).toBeLessThan(700);
  });

  describe('escalate', () => {
    const routes = [{ channel: 'page', to: ['oncall'] }];
    const oncall = levels('ines', 'omar', 'vera');

    it('level by level, over a restart and with two replicas, until nobody is left', async () => {
      const page = FakeChannel.create('page');
      const first = await start({ routes }, [page], { oncall });
      await first.open();
      await first.notifier.drain();
      await first.outbox.stop();
      const replicas = [
        await start({ routes }, [page], { oncall }),
        await start({ routes }, [page], { oncall }),
      ];
      const heard: string[][] = [];
      for (let n = 0; n < 4; n++) {
        await Promise.all(replicas.map(({ notifier }) => notifier.drain()));
        await Promise.all(replicas.map(({ notifier }) => notifier.drain()));
        heard.push(
          page.got.map(one => `${one.kind} ${one.recipients[0].entityRef}`),
        );
        clock.now += 5 * minute;
      }
      expect(heard[0]).toEqual(['opened user:default/ines']);
      expect(heard[1]).toEqual([...heard[0], 'escalated user:default/omar']);
      expect(heard[2]).toEqual([...heard[1], 'escalated user:default/vera']);
      expect(heard[3]).toEqual(heard[2]);
      expect(page.got[1]).toMatchObject({
        subject: 'SEV1 INC-0001 escalated to level 2: Payments fail',
        body: expect.stringContaining('Asked now: omar'),
      });
      expect(
        (
          await knex('timeline')
            .where('key', 'like', 'escalated%')
            .orderBy('at')
        ).map(({ text }) => text),
      ).toEqual(['Escalated to level 2: omar', 'Escalated to level 3: vera']);
    });

    it.each<
      [
        string,
        Record<string, string | number>,
        'acknowledged' | 'severity' | 'resolved' | 'merged',
      ]
    >([
      ['somebody acknowledges it', { acknowledged_at: 1 }, 'acknowledged'],
      ['it is resolved', { status: 'resolved' }, 'resolved'],
      ['it becomes part of another', { merged_into: 2 }, 'merged'],
      ['it turns out harmless', { severity: 'SEV4' }, 'severity'],
    ])('no more when %s', async (_name, columns, kind) => {
      const page = FakeChannel.create('page');
      const { notifier, open, edit } = await start({ routes }, [page], {
        oncall,
      });
      const number = await open();
      await open({ severity: 'SEV3' });
      await notifier.drain();
      await edit(number, columns, kind);
      clock.now += hour;
      await notifier.drain();
      expect(page.heard).not.toContain('INC-0001 escalated');
      expect(page.heard).not.toContain('INC-0002 escalated');
    });

    it('at once where a route asks for pages only, and past levels without anybody', async () => {
      const page = FakeChannel.create('page');
      const { notifier, open } = await start(
        { routes: [{ channel: 'page', topics: ['escalated'], to: 'oncall' }] },
        [page],
        { oncall: levels('ines', '', 'vera') },
      );
      await open();
      await notifier.drain();
      clock.now += 5 * minute;
      await notifier.drain();
      expect(page.got.map(one => one.recipients[0].name)).toEqual([
        'ines of payments',
        'vera',
      ]);
    });

    it('again when it was reopened, until it is acknowledged again', async () => {
      const page = FakeChannel.create('page');
      const { notifier, open, edit, resolve, announce } = await start(
        { routes },
        [page],
        { oncall },
      );
      const number = await open();
      await edit(number, { acknowledged_at: clock.now }, 'acknowledged');
      await resolve(number);
      clock.now += hour;
      await edit(number, { status: 'investigating' }, 'reopened');
      await notifier.drain();
      await announce(number, 'changed');
      clock.now += 5 * minute;
      await notifier.drain();
      // The first acknowledgement is the one that is kept.
      await announce(number, 'acknowledged');
      clock.now += 5 * minute;
      await notifier.drain();
      expect(page.heard).toEqual([
        'INC-0001 opened',
        'INC-0001 resolved',
        'INC-0001 opened',
        'INC-0001 escalated',
      ]);
    });

    it('once more when the on-call source is back, and say so when it stays away', async () => {
      const page = FakeChannel.create('page');
      let away = true;
      const { notifier, open } = await start({ routes }, [page], {
        oncall: {
          reach: async request => {
            if (away && request.level > 1) throw new Error('away');
            return oncall.reach(request);
          },
        },
      });
      await open();
      await notifier.drain();
      clock.now += 10 * minute;
      await notifier.drain();
      away = false;
      clock.now += minute;
      await notifier.drain();
      expect(page.got.map(({ subject }) => subject)).toEqual([
        'SEV1 INC-0001: Payments fail',
        'SEV1 INC-0001 escalated to level 2: Payments fail',
      ]);
      away = true;
      for (let n = 0; n < 30; n++) {
        await notifier.drain();
        clock.now += hour;
      }
      expect(
        await knex('timeline')
          .where('key', 'like', 'escalated%')
          .select('text'),
      ).toContainEqual({ text: 'Not escalated any further: away' });
      expect(await knex('escalations').whereNotNull('due_at')).toEqual([]);
    });

    it('to nobody, and say so, when nobody is on call', async () => {
      const { notifier, open } = await start({}, []);
      await open();
      await notifier.drain();
      expect(
        await knex('timeline')
          .where('key', 'like', 'escalated%')
          .select('text'),
      ).toEqual([{ text: `Not escalated: nobody is on call for ${team}` }]);
    });
  });

  it('are logged page by page, counted per channel, and can be tested', async () => {
    const chat = FakeChannel.create('chat');
    const { notifier, open } = await start(
      {
        routes: [
          {
            channel: 'chat',
            severities: ['SEV1', 'SEV2'],
            owners: [team],
            to: ['oncall', 'owner'],
          },
        ],
      },
      [chat],
    );
    for (let n = 0; n < 5; n++) await open();
    await notifier.drain();
    expect(await notifier.testChannel('chat', 'user:default/ines')).toEqual({
      outcome: 'sent',
    });
    expect(chat.got.at(-1)).toMatchObject({
      kind: 'test',
      recipients: [{ email: 'ines@example.com' }],
    });
    chat.goDown();
    clock.now += minute;
    expect(await notifier.testChannel('chat')).toEqual({
      outcome: 'failed',
      reason: 'unreachable: connection refused',
    });
    await expect(notifier.testChannel('other')).rejects.toThrow(
      'no channel other',
    );

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await notifier.listNotifications({ limit: 3, cursor });
      seen.push(
        ...page.items.map(({ incidentId, kind }) => incidentId ?? kind),
      );
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([
      'test',
      'test',
      'INC-0005',
      'INC-0004',
      'INC-0003',
      'INC-0002',
      'INC-0001',
    ]);
    await expect(
      notifier.listNotifications({ cursor: "1-1' or 1=1" }),
    ).rejects.toThrow('not a cursor');
    expect(
      (await notifier.listNotifications({ incident: 'inc-3' })).items,
    ).toMatchObject([{ incidentId: 'INC-0003', state: 'sent', attempts: 1 }]);

    expect(await notifier.listChannels()).toEqual({
      items: [
        { name: 'portal', type: 'portal', sent: 0, failed: 0, waiting: 0 },
        {
          name: 'chat',
          type: 'chat',
          sent: 6,
          failed: 1,
          waiting: 0,
          lastSentAt: expect.any(String),
          lastError: 'unreachable: connection refused',
        },
      ],
      routes: [
        {
          channel: 'chat',
          sentence:
            'SEV1 and SEV2 of group:default/payments-team, when opened, severity changed, escalated or resolved, to whoever is on call and the owner',
          owners: ['group:default/payments-team'],
          severities: ['SEV1', 'SEV2'],
          to: ['oncall', 'owner'],
          topics: ['opened', 'severity', 'escalated', 'resolved'],
        },
      ],
    });
  });
});
