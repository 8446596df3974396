import type { SourceIndicator } from '@ghostlight/plugin-slo-node';
import { json, matrix, startServer, testSource } from './__testUtils__/servers';
import {
  answerAll,
  askedServices,
  end,
  failures,
  minute,
  range,
  ratio,
  threshold,
  readItems,
} from './__testUtils__/readings';
import type { TestServer } from './__testUtils__/servers';

let server: TestServer;
afterEach(() => server.stop());

async function read(
  answer: Parameters<typeof startServer>[0],
  items?: Parameters<typeof readItems>[1],
  settings?: Parameters<typeof readItems>[2],
) {
  server = await startServer(answer);
  return readItems(server, items, settings);
}

describe('what is asked', () => {
  it('asks at most two queries per shape at 1,000 objectives of 5 shapes', async () => {
    const items: Record<string, SourceIndicator> = {};
    for (let shape = 0; shape < 5; shape++)
      for (let n = 0; n < 200; n++)
        items[`${shape}/${n}`] = ratio(
          `service-${n}`,
          `requests_${shape}_total`,
        );
    const readings = await read(answerAll, items);
    expect(readings).toHaveLength(1000);
    for (const reading of readings)
      expect(reading).toMatchObject({
        samples: [{ minute, good: 99, total: 100 }],
      });
    expect(server.asked).toHaveLength(10);
  });

  it('asks once what several objectives need', async () => {
    const readings = await read(answerAll, { x: ratio('a'), y: ratio('a') });
    expect(readings[0]).toEqual({ ...readings[1], key: 'x' });
    expect(server.asked).toHaveLength(2);
  });

  it('posts a form, evaluates at minute ends, and carries credentials and tenant', async () => {
    await read(
      answerAll,
      { only: ratio('a') },
      {
        tenant: 'team-a',
        headers: { 'X-Extra': 'yes' },
        auth: { type: 'basic', username: 'me', password: 'pass' },
      },
    );
    const [{ path, form, headers }] = server.asked;
    expect(path).toBe('/api/v1/query_range');
    expect(Object.fromEntries(form)).toEqual({
      query: 'sum(increase(http_requests_total{code!~"5..",service="a"}[1m]))',
      start: String(end * 60),
      end: String(end * 60),
      step: '60',
    });
    expect(headers).toMatchObject({
      'x-scope-orgid': 'team-a',
      'x-extra': 'yes',
      authorization: `Basic ${btoa('me:pass')}`,
      'content-type': expect.stringContaining('x-www-form-urlencoded'),
    });
  });

  it('takes increases over four scrapes and scales them to a minute', async () => {
    const readings = await read(
      answerAll,
      { only: ratio('a') },
      { scrapeInterval: '1m' },
    );
    expect(server.asked[0].form.get('query')).toContain('[4m]');
    expect(readings).toMatchObject([
      { samples: [{ good: 99 / 4, total: 25 }] },
    ]);
  });

  it('explains and checks without asking', async () => {
    server = await startServer(answerAll);
    const source = testSource({ url: server.url });
    expect(source.explain(threshold)).toEqual([
      { name: 'threshold', query: 'latency:p99' },
    ]);
    expect(source.check(ratio('a'))).toEqual([]);
    const broken = { ...threshold, metric: { query: 'sum({})' } };
    expect(source.check(broken)).toMatchObject([
      { code: 'unbounded-selector' },
    ]);
    const readings = await source.read({
      items: [{ key: 'x', indicator: broken }],
      ...range,
    });
    expect(failures(readings)).toEqual(['bad-query']);
    expect(server.asked).toEqual([]);
  });
});

describe('one objective that breaks a merged query', () => {
  const items = Object.fromEntries(
    Array.from({ length: 200 }, (_, n) => [`${n}`, ratio(`service-${n}`)]),
  );

  it('is found, is left out for a while, and the others are answered', async () => {
    server = await startServer((asked, response) => {
      if (askedServices(asked).includes('service-77'))
        json(
          response,
          {
            status: 'error',
            errorType: 'execution',
            error: 'duplicate series',
          },
          422,
        );
      else answerAll(asked, response);
    });
    const source = testSource({ url: server.url });
    const request = {
      items: Object.entries(items).map(([key, indicator]) => ({
        key,
        indicator,
      })),
      ...range,
    };
    for (const most of [50, 2]) {
      const before = server.asked.length;
      const readings = await source.read(request);
      const failed = readings.filter(r => 'failure' in r);
      expect(failed).toMatchObject([
        { key: '77', failure: { reason: 'bad-query' } },
      ]);
      expect(server.asked.length - before).toBeLessThanOrEqual(most);
    }
  });

  it('is not looked for where the server refuses to talk at all', async () => {
    const readings = await read(
      (_asked, response) => json(response, {}, 403),
      items,
    );
    expect(new Set(failures(readings))).toEqual(new Set(['http-4xx']));
    expect(server.asked).toHaveLength(2);
  });

  it('is not looked for where it was too much: less is asked, now and later', async () => {
    const most = 60;
    server = await startServer((asked, response) => {
      if (askedServices(asked).length > most)
        json(
          response,
          {
            status: 'error',
            errorType: '422',
            error: 'the query exceeds the limit',
          },
          422,
        );
      else answerAll(asked, response);
    });
    const source = testSource({ url: server.url });
    const request = {
      items: Object.entries(items).map(([key, indicator]) => ({
        key,
        indicator,
      })),
      ...range,
    };
    for (const requests of [30, 8]) {
      const before = server.asked.length;
      const readings = await source.read(request);
      expect(new Set(failures(readings))).toEqual(new Set(['no failure']));
      expect(server.asked.length - before).toBeLessThanOrEqual(requests);
    }
  });

  it('is not blamed for a day that is too long: hours are asked', async () => {
    server = await startServer((asked, response) => {
      const [start, last] = ['start', 'end'].map(name =>
        Number(asked.form.get(name)),
      );
      if (last - start > 3 * 3600)
        json(
          response,
          {
            status: 'error',
            errorType: 'execution',
            error: 'query processing would load too many samples into memory',
          },
          422,
        );
      else
        json(
          response,
          matrix([
            {
              metric: {},
              values: [
                [start / 60, '5'],
                [last / 60, '5'],
              ],
            },
          ]),
        );
    });
    const source = testSource({ url: server.url });
    const [reading] = await source.read({
      items: [{ key: 'x', indicator: ratio('a') }],
      from: minute - 1440,
      to: minute,
    });
    expect(reading).toMatchObject({ samples: { length: 16 } });
  });

  it('costs three requests when the shape itself is at fault', async () => {
    const readings = await read(
      (_asked, response) =>
        json(
          response,
          { status: 'error', errorType: 'bad_data', error: 'x' },
          400,
        ),
      items,
    );
    expect(new Set(failures(readings))).toEqual(new Set(['bad-query']));
    expect(server.asked).toHaveLength(6);
  });
});
