import type { ServerResponse } from 'node:http';
import type { SourceIndicator } from '@ghostlight/plugin-slo-node';
import { json, matrix, startServer, testSource } from './__testUtils__/servers';
import {
  answerAll,
  askedServices,
  end,
  failures,
  minute,
  ratio,
  raw,
  threshold,
  readItems,
} from './__testUtils__/readings';
import type { TestServer, Asked } from './__testUtils__/servers';

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

describe('what is answered', () => {
  const values =
    (good: string | undefined, total: string | undefined) =>
    (asked: Asked, response: ServerResponse) => {
      const value = asked.form.get('query')!.includes('!~') ? good : total;
      json(
        response,
        matrix(
          value === undefined ? [] : [{ metric: {}, values: [[end, value]] }],
        ),
      );
    };

  it.each([
    [
      'no good series is no good event',
      undefined,
      '10',
      { samples: [{ minute, good: 0, total: 10 }] },
    ],
    ['no total series is a gap', '9', undefined, { samples: [] }],
    ['neither is a gap', undefined, undefined, { samples: [] }],
    [
      'zero traffic is a minute of zero',
      '0',
      '0',
      { samples: [{ minute, good: 0, total: 0 }] },
    ],
    [
      'a little more good than total is all of it',
      '10.3',
      '10',
      { samples: [{ minute, good: 10, total: 10 }] },
    ],
    [
      'far more good than total',
      '20',
      '10',
      { failure: { reason: 'negative' } },
    ],
    ['a negative count', '-3', '10', { failure: { reason: 'negative' } }],
    ['NaN', 'NaN', '10', { failure: { reason: 'not-a-number' } }],
    ['infinity', '1', '+Inf', { failure: { reason: 'not-a-number' } }],
  ])('%s', async (_name, good, total, expected) => {
    expect(await read(values(good, total))).toMatchObject([expected]);
  });

  it.each([
    [
      '0.25',
      { samples: [{ minute, good: 0.75, total: 1 }] },
      { samples: [{ minute, good: 1, total: 1 }] },
    ],
    [
      '0.5',
      { samples: [{ minute, good: 0.5, total: 1 }] },
      { samples: [{ minute, good: 0, total: 1 }] },
    ],
    ['NaN', { samples: [] }, { samples: [] }],
    [
      '-Inf',
      { failure: { reason: 'not-a-number' } },
      { failure: { reason: 'not-a-number' } },
    ],
    [
      '3',
      { failure: { reason: 'not-a-number' } },
      { samples: [{ good: 0, total: 1 }] },
    ],
    [
      '-1',
      { failure: { reason: 'negative' } },
      { samples: [{ good: 1, total: 1 }] },
    ],
  ])('a ratio and a latency of %s', async (value, ofRaw, ofThreshold) => {
    expect(await read(values(value, value), { raw, threshold })).toMatchObject([
      ofRaw,
      ofThreshold,
    ]);
  });

  it('a bad minute among good ones is a gap', async () => {
    server = await startServer((asked, response) => {
      const isGood = asked.form.get('query')!.includes('!~');
      const points: [number, string][] = [
        [end, '5'],
        [end + 1, isGood ? 'NaN' : '5'],
        [end + 2, '5'],
      ];
      // Off the grid, and out of what was asked: no minute of ours.
      json(
        response,
        matrix([
          { metric: {}, values: [...points, [end + 2.5, '7'], [end + 9, '7']] },
        ]),
      );
    });
    const source = testSource({ url: server.url });
    const [reading] = await source.read({
      items: [{ key: 'x', indicator: ratio('a') }],
      from: minute,
      to: minute + 3,
    });
    expect(reading).toEqual({
      key: 'x',
      samples: [
        { minute, good: 5, total: 5 },
        { minute: minute + 2, good: 5, total: 5 },
      ],
    });
  });

  it('counts bad events as they are', async () => {
    const bad: SourceIndicator = {
      kind: 'ratio',
      source: 'default',
      counter: false,
      bad: { query: 'sum(x{code!~"2.."}) or vector(0)' },
      total: { query: 'sum(x)' },
    };
    expect(await read(values(undefined, '8'), { bad })).toMatchObject([
      { samples: [{ good: 8, total: 8 }] },
    ]);
  });

  it('several series for one objective fail it, and leave the others', async () => {
    const readings = await read(
      (asked, response) => {
        const series = askedServices(asked).flatMap(service =>
          ['1', '2'].slice(0, service === 'b' ? 2 : 1).map(pod => ({
            metric: { service, pod },
            values: [[end, '5']] as [number, string][],
          })),
        );
        json(response, matrix(series));
      },
      { a: ratio('a'), b: ratio('b'), c: ratio('c') },
    );
    expect(failures(readings)).toEqual([
      'no failure',
      'duplicate-series',
      'no failure',
    ]);
  });

  it('bad minutes of long ago are a gap, and no failure that would stand for ever', async () => {
    server = await startServer((asked, response) =>
      json(
        response,
        matrix([
          { metric: {}, values: [[Number(asked.form.get('end')) / 60, 'NaN']] },
        ]),
      ),
    );
    const source = testSource({ url: server.url });
    const items = [{ key: 'x', indicator: ratio('a') }];
    expect(
      await source.read({ items, from: minute - 60, to: minute - 59 }),
    ).toEqual([{ key: 'x', samples: [] }]);
  });

  it('a native histogram fails its objective', async () => {
    const readings = await read((_asked, response) =>
      json(response, {
        status: 'success',
        data: {
          resultType: 'matrix',
          result: [{ metric: {}, histograms: [] }],
        },
      }),
    );
    expect(failures(readings)).toEqual(['wrong-type']);
  });

  it('minutes that have not ended on the clock of the server are left for later', async () => {
    const readings = await read((asked, response) => {
      response.setHeader(
        'Date',
        new Date((end * 60 - 20) * 1000).toUTCString(),
      );
      answerAll(asked, response);
    });
    expect(readings).toEqual([{ key: 'only', samples: [] }]);
  });
});
