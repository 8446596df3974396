import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { json, matrix, startServer, testSource } from './__testUtils__/servers';
import {
  end,
  failures,
  range,
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

describe('a server on a bad day', () => {
  const compressed = gzipSync(Buffer.alloc(20_000_000, ' '));
  const cases: [
    string,
    (asked: Asked, response: ServerResponse) => void,
    string,
  ][] = [
    ['never answers', () => {}, 'timeout'],
    [
      'stops in the middle and keeps the connection',
      (_asked, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{"status":"success","data":{"resultType"');
      },
      'timeout',
    ],
    [
      'is cut off in the middle',
      (_asked, response) => {
        response.writeHead(200, {
          'Content-Type': 'application/json',
          'Content-Length': '5000',
        });
        response.write('{"status":"success","data":', () => response.destroy());
      },
      'unreachable',
    ],
    ['hangs up', (_asked, response) => response.destroy(), 'unreachable'],
    [
      'answers HTML',
      (_asked, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html' });
        response.end('<html>Sign in</html>');
      },
      'not-prometheus',
    ],
    [
      'answers HTML as JSON',
      (_asked, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end('<html>');
      },
      'not-prometheus',
    ],
    [
      'sends elsewhere',
      (_asked, response) => {
        response.writeHead(302, { Location: '/login' });
        response.end();
      },
      'not-prometheus',
    ],
    [
      'answers other JSON',
      (_asked, response) => json(response, { ok: true }),
      'not-prometheus',
    ],
    [
      'answers success without data',
      (_asked, response) => json(response, { status: 'success' }),
      'not-prometheus',
    ],
    [
      'answers values that are no numbers',
      (_asked, response) =>
        json(response, matrix([{ metric: {}, values: [[end, 'lots']] }])),
      'not-prometheus',
    ],
    [
      'answers a vector',
      (_asked, response) =>
        json(response, {
          status: 'success',
          data: { resultType: 'vector', result: [] },
        }),
      'wrong-type',
    ],
    [
      'knows no such path',
      (_asked, response) => json(response, {}, 404),
      'http-4xx',
    ],
    [
      'wants other credentials',
      (_asked, response) =>
        json(response, { status: 'error', error: 'no' }, 401),
      'http-4xx',
    ],
    ['is broken', (_asked, response) => json(response, 'oh', 500), 'http-5xx'],
    [
      'is overloaded',
      (_asked, response) =>
        json(
          response,
          { status: 'error', errorType: 'unavailable', error: 'x' },
          503,
        ),
      'http-5xx',
    ],
    [
      'gave up',
      (_asked, response) =>
        json(
          response,
          { status: 'error', errorType: 'timeout', error: 'query timed out' },
          503,
        ),
      'timeout',
    ],
    [
      'refuses the query',
      (_asked, response) =>
        json(
          response,
          { status: 'error', errorType: 'bad_data', error: 'parse error' },
          400,
        ),
      'bad-query',
    ],
    [
      'says error with status 200',
      (_asked, response) =>
        json(response, { status: 'error', errorType: 'execution', error: 'x' }),
      'bad-query',
    ],
    [
      'announces 1 GB',
      (_asked, response) => {
        response.writeHead(200, {
          'Content-Type': 'application/json',
          'Content-Length': String(2 ** 30),
        });
        response.write('{');
      },
      'too-large',
    ],
    [
      'sends a compressed 20 MB',
      (_asked, response) => {
        response.writeHead(200, {
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
        });
        response.end(compressed);
      },
      'too-large',
    ],
  ];
  it.each(cases)('%s', async (_name, answer, reason) => {
    const readings = await read(
      answer,
      { only: threshold },
      {
        timeout: reason === 'timeout' ? { milliseconds: 300 } : '30s',
        maxResponseBytes: 1_000_000,
      },
    );
    expect(failures(readings)).toEqual([reason]);
    expect(JSON.stringify(readings)).not.toContain('127.0.0.1');
  });

  it('stops reading 1 GB at the size that is allowed', async () => {
    let sent = 0;
    const block = Buffer.alloc(65_536, ' ');
    const readings = await read(
      (_asked, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        const more = () => {
          if (response.destroyed || sent >= 2 ** 30) return;
          sent += block.length;
          response.write(block, () => setImmediate(more));
        };
        more();
      },
      { only: threshold },
      { maxResponseBytes: 1_000_000 },
    );
    expect(failures(readings)).toEqual(['too-large']);
    expect(sent).toBeLessThan(50_000_000);
  });

  it('is not there', async () => {
    server = await startServer(() => {});
    await server.stop();
    const source = testSource({ url: server.url });
    const readings = await source.read({
      items: [{ key: 'x', indicator: raw }],
      ...range,
    });
    expect(readings).toMatchObject([
      {
        failure: {
          reason: 'unreachable',
          message: expect.stringContaining('ECONNREFUSED'),
        },
      },
    ]);
  });

  it('is left alone after five failures in a row', async () => {
    server = await startServer((_asked, response) => json(response, {}, 500));
    const source = testSource({ url: server.url });
    const reasons: string[] = [];
    for (let n = 0; n < 7; n++)
      reasons.push(
        ...failures(
          await source.read({
            items: [{ key: 'x', indicator: raw }],
            ...range,
          }),
        ),
      );
    expect(reasons).toEqual([
      ...Array(5).fill('http-5xx'),
      'circuit-open',
      'circuit-open',
    ]);
    expect(server.asked).toHaveLength(5);
  });

  it('a reading that is called off ends at once, and is no failure of the server', async () => {
    server = await startServer(() => {});
    const source = testSource({ url: server.url });
    for (let n = 0; n < 6; n++) {
      const controller = new AbortController();
      const reading = source.read({
        items: [{ key: 'x', indicator: raw }],
        ...range,
        signal: controller.signal,
      });
      while (server.asked.length <= n)
        await new Promise(resolve => setImmediate(resolve));
      controller.abort();
      expect(failures(await reading)).toEqual(['timeout']);
    }
    expect(server.asked).toHaveLength(6);
  });
});
