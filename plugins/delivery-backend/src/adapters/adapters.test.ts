import type { JsonValue } from '@backstage/types';
import { edits, mutate } from '@ghostlight/reliability-node/testUtils';
import * as fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { readDelivery } from '../intake';
import { examples, receivedAt, type Example } from './__testUtils__/examples';
import { builtInAdapters } from '.';
import { gitlabAdapter } from './gitlab';

/** Of each adapter. 100,000 before a release: `GHOSTLIGHT_MUTATIONS=100000`. */
const numRuns = Number(process.env.GHOSTLIGHT_MUTATIONS ?? 1000);

describe.each(builtInAdapters.map(adapter => [adapter.id, adapter] as const))(
  'the adapter %s',
  (id, adapter) => {
    const mine = examples[id].map(
      (example): Example => JSON.parse(JSON.stringify(example)),
    );

    const read = (body: JsonValue, headers: Record<string, string> = {}) =>
      readDelivery(adapter, { body, headers, receivedAt });

    const attempt = (body: JsonValue) => {
      try {
        return read(body).changes;
      } catch {
        return [];
      }
    };

    it.each(mine.map(example => [example.title, example] as const))(
      'reads %s',
      (_, { body, headers, changes }) => {
        const found = read(body, headers);
        expect(found.rejected).toEqual([]);
        expect(found.changes).toMatchObject(changes);
        expect(found.changes).toHaveLength(changes.length);
        expect(found.key).toBe(read(body, headers).key);
      },
    );

    it('reads or refuses whatever a sender gets wrong, and breaks on nothing', () => {
      const found = fc.check(
        fc.property(fc.nat(), edits, edits, (which, done, inHeaders) => {
          const { body, headers = {} } = mine[which % mine.length];
          const wrong = mutate(headers, inHeaders) as Record<string, string>;
          try {
            const { changes, rejected } = read(
              mutate(body, done),
              typeof wrong === 'object' && wrong && !Array.isArray(wrong)
                ? Object.fromEntries(
                    Object.entries(wrong).filter(
                      ([, value]) => typeof value === 'string',
                    ),
                  )
                : {},
            );
            const text = JSON.stringify([changes, rejected]);
            if (/(?<!\\)\\u0000/.test(text)) throw new TypeError('U+0000');
            if (/ failed on it: /.test(text)) throw new TypeError(text);
          } catch (error) {
            const { name, message } = error as Error;
            if (name !== 'InputError' || / failed on it: /.test(message))
              throw error;
          }
        }),
        { numRuns },
      );
      expect(fc.defaultReportMessage(found)).toBeUndefined();
    });

    it('leaves the neighbours of a bad item alone', () => {
      // Those that tell one thing at a time have no lists.
      if (['github', 'gitlab'].includes(id)) return;
      const item = mine
        .filter(({ headers }) => !headers)
        .flatMap(({ body }) => body as JsonValue[])
        .find(one => attempt([one]).length)!;
      const [alone] = attempt([item]);
      const lost = fc.check(
        fc.property(edits, done => {
          const bad = mutate([structuredClone(item)] as JsonValue, done);
          const list = [item, ...(Array.isArray(bad) ? bad : [bad]), item];
          const found = attempt(list as JsonValue).filter(
            change => JSON.stringify(change) === JSON.stringify(alone),
          );
          if (found.length < 2) throw new Error('lost');
        }),
        { numRuns: Math.ceil(numRuns / 2) },
      );
      expect(fc.defaultReportMessage(lost)).toBeUndefined();
    });
  },
);

describe('signatures', () => {
  const rawBody = Buffer.from('{"a":1}');
  const hex = createHmac('sha256', 'new').update(rawBody).digest('hex');
  const standard = createHmac('sha256', Buffer.from('a2V5', 'base64'))
    .update('w1.1763726400.')
    .update(rawBody)
    .digest('base64');

  it.each([
    ['github', { 'x-hub-signature-256': `sha256=${hex}` }, true],
    ['github', { 'x-hub-signature-256': hex }, false],
    ['github', {}, false],
    ['flags', { 'x-ld-signature': hex }, true],
    ['flags', { 'x-ld-signature': `${hex}0` }, false],
    ['gitlab', { 'x-gitlab-token': 'old' }, true],
    ['gitlab', { 'x-gitlab-token': 'older' }, false],
    ['gitlab', { 'x-gitlab-token': '' }, false],
    [
      'gitlab',
      {
        'webhook-id': 'w1',
        'webhook-timestamp': '1763726400',
        'webhook-signature': `v1,${standard}`,
      },
      true,
    ],
    [
      'gitlab',
      {
        'x-gitlab-token': 'old',
        'webhook-id': 'w2',
        'webhook-timestamp': '1763726400',
        'webhook-signature': `v1,${standard}`,
      },
      false,
    ],
  ] as const)('of %s with %j hold: %s', async (id, headers, holds) => {
    const adapter = builtInAdapters.find(one => one.id === id)!;
    const secrets = ['new', 'old', 'whsec_a2V5'];
    expect(await adapter.signature!.verify({ rawBody, headers, secrets })).toBe(
      holds,
    );
  });

  it('of one vendor are none of another', () => {
    expect(gitlabAdapter.signature?.title).toContain('X-Gitlab-Token');
  });
});
