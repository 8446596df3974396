import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { join } from 'node:path';
import {
  importIncidents,
  listDocuments,
  readPostmortem,
  RelatedIndex,
  renderPostmortem,
  respondersOf,
  savePostmortem,
} from '.';
import { CatalogGraph } from '../graph';
import { appendTimeline, openIncident } from '../incidents';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const ines = 'user:default/ines.ortega';
const day = 86_400_000;
const minute = 60_000;
const now = Date.UTC(2026, 10, 21, 12);

const graph = CatalogGraph.fromEntities([
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments' },
    spec: { type: 'service', owner: 'payments', system: 'ordering' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/payments' },
      { type: 'partOf', targetRef: 'system:default/ordering' },
    ],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'ines.ortega' },
    spec: { profile: { displayName: 'Inés Ortega' } },
  },
]);

describe.each(databases.eachSupportedId())('learning on %s', databaseId => {
  let db: Knex;

  beforeEach(async () => {
    db = await databases.init(databaseId);
    await db.migrate.latest({
      directory: join(__dirname, '../../migrations'),
    });
  });

  const opened = (
    title: string,
    more: {
      entityRef?: string;
      startedAt?: number;
      columns?: Record<string, unknown>;
    } = {},
  ) =>
    db.transaction(async trx => {
      const startedAt = more.startedAt ?? now - day;
      const number = await openIncident(trx, {
        title,
        severity: 'SEV2',
        source: 'rule',
        because: 'HighErrorRate is critical',
        startedAt,
        now: startedAt,
        entities: [
          {
            entityRef: more.entityRef ?? payments,
            role: 'origin',
            since: startedAt,
          },
        ],
      });
      if (more.columns)
        await trx('incidents').where({ number }).update(more.columns);
      return number;
    });

  const alertOf = (incident: number, id: number, more: object = {}) =>
    db('alerts').insert({
      id,
      fingerprint: `f${id}`,
      current: true,
      adapter: 'alertmanager',
      name: 'HighErrorRate',
      title: '5xx above 5 %',
      severity: 'critical',
      status: 'firing',
      starts_at: now,
      received_at: now + id,
      last_seen_at: now,
      occurrences: 1,
      transitions: 0,
      labels: '{}',
      annotations: '{}',
      incident_number: incident,
      ...more,
    });

  describe('a postmortem', () => {
    it('is drafted from the record, and asks for what nobody recorded', async () => {
      const startedAt = now - day;
      const number = await opened('payments: 5xx since v2.3.4', {
        startedAt,
        columns: {
          detected_at: startedAt + 40_000,
          acknowledged_at: startedAt + 2 * minute,
          mitigated_at: startedAt + 9 * minute,
          resolved_at: startedAt + 75 * minute,
          reopened: 1,
          impact: JSON.stringify({
            asOf: '2026-11-20T12:00:00Z',
            objectives: [
              {
                ref: 'slo:default/payments-availability',
                title: 'Payments availability',
                entityRef: payments,
                budgetMinutes: 18.14,
                ofMinutes: 43.2,
              },
            ],
          }),
          suspects: JSON.stringify([
            {
              entityRef: payments,
              score: 0.9,
              confidence: 'high',
              evidence: [
                {
                  kind: 'change',
                  text: 'v2.3.4 went out 3 min before',
                  weight: 0.5,
                },
              ],
            },
          ]),
        },
      });
      await alertOf(number, 1, { url: 'http://prometheus.example/graph?g0' });
      await alertOf(number, 2, { url: 'data:text/html,hello' });
      await db.transaction(trx =>
        appendTimeline(trx, [
          {
            incident: number,
            at: startedAt + 3 * minute,
            kind: 'alert',
            text: '[click](https://evil.example) <script>',
          },
        ]),
      );

      const draft = await readPostmortem(db, number, now);
      expect(draft).toMatchObject({
        incidentId: 'INC-0001',
        state: 'draft',
        version: 0,
        actionItems: [],
      });
      const { sections } = draft;
      expect(sections.impact).toContain('It lasted 1 h 15 min.');
      expect(sections.impact).toContain(
        'Payments availability: 18.1 minutes of error budget of 43.2',
      );
      expect(sections.detection).toContain('40 s after the first symptom');
      expect(sections.rootCause).toMatch(
        /Not confirmed .* component:default\/payments \(high confidence\)[^]*v2.3.4 went out/,
      );
      expect(sections.wentWell).toContain('acknowledged 1 min after');
      expect(sections.wentWrong).toContain('It came back once.');
      expect(sections.queries).toBe(
        '- HighErrorRate: <http://prometheus.example/graph?g0>',
      );
      expect(sections.timeline).toContain(
        '2026-11-20 12:03:00 UTC alert: \\[click\\](https://evil.example) \\<script\\>',
      );
      expect(sections.lessons).toMatch(/^_.*\?_$/);
    });

    it('keeps what its writers save, and does not let one overwrite another', async () => {
      const number = await opened('payments');
      await db('follow_ups').insert({
        incident_number: number,
        title: 'Alert on | the pool',
        priority: 'high',
        state: 'open',
        due: '2026-12-01',
        owner_ref: ines,
        created_at: now,
      });
      const { sections } = await readPostmortem(db, number, now);
      const edit = (version: number, more: object = {}) =>
        savePostmortem(
          db,
          number,
          { version, sections: { ...sections, lessons: 'Watch it' }, ...more },
          { now, by: ines },
        );
      await edit(0);
      await expect(edit(0)).rejects.toThrow(ConflictError);
      await edit(1, { publish: true });
      await edit(2);
      const saved = await readPostmortem(db, number, now);
      expect(saved).toMatchObject({
        state: 'published',
        version: 3,
        updatedBy: ines,
        sections: { lessons: 'Watch it' },
      });
      const markdown = renderPostmortem(saved);
      expect(markdown).toMatch(/^# Postmortem of INC-0001: payments\n/);
      expect(markdown.match(/^## .*/gm)).toEqual([
        '## Impact',
        '## Detection',
        '## Timeline',
        '## Root cause',
        '## What went well',
        '## What went wrong',
        '## Lessons',
        '## Action items',
        '## Queries and dashboards',
      ]);
      expect(markdown).toContain(
        '| Alert on \\| the pool | user:default/ines.ortega | 2026-12-01 | high | open |',
      );
      await expect(readPostmortem(db, 99, now)).rejects.toThrow(NotFoundError);
    });
  });

  describe('similar incidents', () => {
    it('are found by text and entities, with how they were solved, and follow the record', async () => {
      const related = RelatedIndex.create({ db });
      const pool = await opened('payments: connection pool exhausted', {
        columns: {
          mitigation: 'Rolled back to v2.3.3',
          status: 'resolved',
          resolved_at: now,
        },
      });
      await opened('search is slow', {
        entityRef: 'component:default/search',
      });
      const asked = await opened('payments: connection pool is full');
      const [first, ...others] = await related.related(asked);
      expect(first).toMatchObject({
        id: 'INC-0001',
        solution: 'Rolled back to v2.3.3',
      });
      expect(first.because).toContain(`both affected ${payments}`);
      expect(first.because).toMatch(/connection|pool/);
      expect(others).toEqual([]);

      // By the alerts they share, though their titles have nothing in common.
      const other = await opened('checkout is in trouble', {
        entityRef: 'component:default/checkout',
      });
      await alertOf(other, 1, { name: 'PoolExhausted' });
      await alertOf(asked, 2, { name: 'PoolExhausted' });
      await db('incidents').update({ updated_at: now + 1 });
      expect((await related.related(asked)).map(({ id }) => id)).toEqual([
        'INC-0001',
        'INC-0004',
      ]);

      await db('incidents')
        .where({ number: pool })
        .update({ deleted_at: now, updated_at: now + 2 });
      expect((await related.related(asked)).map(({ id }) => id)).toEqual([
        'INC-0004',
      ]);
      expect(await related.related(asked, 'none')).toEqual([]);
    });

    it('suggest who worked on them, the recent first', async () => {
      const old = await opened('a', { startedAt: now - 300 * day });
      const recent = await opened('b', {
        startedAt: now - 2 * day,
        columns: { status: 'resolved' },
      });
      const asked = await opened('c', { startedAt: now });
      const wrote = (incident: number, author: string) =>
        db.transaction(trx =>
          appendTimeline(trx, [
            { incident, at: now, kind: 'note', author, text: 'x' },
          ]),
        );
      await wrote(recent, ines);
      await wrote(old, ines);
      await wrote(old, 'user:default/old.hand');
      await wrote(old, 'external:scripts');
      expect(await respondersOf(db, graph, asked, now)).toEqual([
        {
          userRef: ines,
          title: 'Inés Ortega',
          reason: 'Worked on 2 incidents of payments, the last 2 days ago',
          said: {
            code: 'responder',
            params: { count: '2', days: '2', entityRef: payments },
          },
          incidents: ['INC-0002', 'INC-0001'],
        },
        expect.objectContaining({
          userRef: 'user:default/old.hand',
          reason: 'Worked on an incident of payments, the last 300 days ago',
        }),
      ]);
    });
  });

  describe('imported history', () => {
    const past = {
      key: 'PD-17',
      title: 'Payments down',
      severity: 'SEV1' as const,
      startedAt: '2025-03-01T10:00:00Z',
      detectedAt: '2025-03-01T10:04:00Z',
      resolvedAt: '2025-03-01T11:00:00Z',
      entityRefs: ['payments'],
      responders: ['ines.ortega'],
    };
    const options = { now, by: ines, graph };

    it('comes in once, flagged, with owners from the catalog and its responders', async () => {
      expect(await importIncidents(db, [past, past], options)).toEqual({
        imported: 1,
        known: 0,
      });
      const both = await Promise.all(
        [1, 2].map(() =>
          importIncidents(
            db,
            [past, { ...past, key: 'PD-18', resolvedAt: undefined }],
            options,
          ),
        ),
      );
      expect(both.map(({ imported }) => imported).sort()).toEqual([0, 1]);
      const rows = await db('incidents').orderBy('number');
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatchObject({
        number: 1,
        status: 'resolved',
        owner_ref: 'group:default/payments',
        system_ref: 'system:default/ordering',
      });
      expect(Boolean(rows[0].imported)).toBe(true);
      expect(Number(rows[0].detected_at)).toBe(Date.UTC(2025, 2, 1, 10, 4));
      expect(rows[1].status).toBe('monitoring');
      expect(await db('notifications')).toEqual([]);
      const acts = await db('timeline').where({ kind: 'action' });
      expect(acts[0].author).toBe(ines);
    });

    it('is refused whole when an item makes no sense', async () => {
      await expect(
        importIncidents(
          db,
          [past, { ...past, key: 'x', resolvedAt: '2025-02-28T00:00:00Z' }],
          options,
        ),
      ).rejects.toThrow(
        new InputError('incidents[1].resolvedAt: is before startedAt'),
      );
      expect(await db('incidents')).toEqual([]);
    });
  });

  it('hands out all there is to read, page after page', async () => {
    const first = await opened('payments', {
      columns: { root_cause: 'A pool of ten' },
    });
    await opened('search');
    await opened('gone', { columns: { deleted_at: now } });
    await db.transaction(trx =>
      appendTimeline(trx, [
        { incident: first, at: now, kind: 'note', text: 'Restarted it' },
      ]),
    );
    const { sections } = await readPostmortem(db, first, now);
    await savePostmortem(
      db,
      first,
      { version: 0, sections: { ...sections, lessons: 'Size the pool' } },
      { now, by: ines },
    );
    const page = await listDocuments(db, { limit: 1 });
    expect(page.items).toMatchObject([
      {
        id: 'INC-0001',
        entityRefs: [payments],
        text: 'A pool of ten\nRestarted it',
        postmortem: expect.stringContaining('Size the pool'),
      },
    ]);
    const rest = await listDocuments(db, {
      limit: 1,
      cursor: page.nextCursor,
    });
    expect(rest.items.map(({ id }) => id)).toEqual(['INC-0002']);
    expect(rest.nextCursor).toBeUndefined();
    expect((await listDocuments(db, {}, 'none')).items).toEqual([]);
  });
});
