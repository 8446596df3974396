import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinary } from './programs/findBinary';
import { pushedObjectives } from './push/pushedObjectives';
import { Theatre } from './Theatre';

const token = 'a-token-for-this-test';

/** As much of the portal's API as the theatre talks to, in memory. */
async function startPortal(known: string[]) {
  const corrections: Record<string, unknown>[] = [];
  const samples = new Map<string, { good: number; total: number }>();
  const unauthorized: string[] = [];
  const firing = new Set<string>();
  const readBody = async (request: IncomingMessage) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    return JSON.parse(Buffer.concat(chunks).toString());
  };
  const server: Server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://portal');
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (pathname === '/.backstage/health/v1/readiness') {
      answer(200, { status: 'ok' });
    } else if (request.headers.authorization !== `Bearer ${token}`) {
      unauthorized.push(pathname);
      answer(401, {});
    } else if (pathname.endsWith('/objectives')) {
      answer(200, { items: known.map(entityRef => ({ entityRef })) });
    } else if (pathname.endsWith('/samples')) {
      const body = await readBody(request);
      for (const { ref, minute, ...counts } of body.samples) {
        samples.set(`${ref} ${minute}`, counts);
      }
      answer(202, { accepted: body.samples.length, replaced: 0, rejected: [] });
    } else if (pathname === '/api/incidents/v1/intake/alertmanager') {
      const { version, alerts } = await readBody(request);
      for (const { status, labels } of alerts)
        if (version === '4' && status === 'firing')
          firing.add(`${labels.alertname} ${labels.service}`);
      answer(202, {});
    } else if (request.method === 'POST') {
      corrections.push(await readBody(request));
      answer(201, {});
    } else {
      const entityRef = searchParams.get('entityRef');
      answer(200, {
        items: corrections.filter(c => c.entityRef === entityRef),
      });
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    corrections,
    samples,
    unauthorized,
    firing,
    stop: () => server.close(),
  };
}

async function until<T>(read: () => Promise<T | undefined> | T | undefined) {
  for (;;) {
    const value = await read();
    if (value) return value;
    await sleep(200);
  }
}

describe('a theatre', () => {
  let data: string;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let theatre: Theatre | undefined;

  const start = async (options: { prometheus: boolean; days?: number }) => {
    theatre = await Theatre.start({
      data,
      basePort: 18_710,
      portal: { url: portal.url, token },
      ...options,
    });
    await theatre.measured;
    return theatre;
  };

  const stop = async () => {
    await theatre?.stop();
    theatre = undefined;
  };

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'theatre-'));
    portal = await startPortal(
      [
        ...new Set(pushedObjectives.map(o => `component:default/${o.service}`)),
      ].concat('system:default/shopping'),
    );
  });

  afterEach(async () => {
    await stop();
    portal.stop();
    await rm(data, { recursive: true, force: true });
  });

  // A simulated past and a scrape mean nothing without the real programs.
  const withPrometheus =
    findBinary('prometheus') && findBinary('promtool')
      ? describe
      : describe.skip;

  withPrometheus('with prometheus installed (else skipped)', () => {
    it('is scraped by a real one, whose past ends where the present begins', async () => {
      const { prometheusUrl, controlUrl } = await start({
        prometheus: true,
        days: 1,
      });
      const ask = async (query: string) => {
        const response = await fetch(
          `${prometheusUrl}/api/v1/query?query=${encodeURIComponent(query)}`,
        );
        const { data: answer } = await response.json();
        return answer.result.map((series: { value: [number, string] }) =>
          Number(series.value[1]),
        ) as number[];
      };
      const errors = (window: string) =>
        ask(
          `sum(increase(http_requests_total{service="payments",code=~"5.."}[${window}])) / sum(increase(http_requests_total{service="payments"}[${window}]))`,
        );

      // A past of a day, in the very series that are scraped now.
      const [past] = await ask(
        'sum(increase(http_requests_total{service="payments",instance="payments-1"}[1d] offset 1m))',
      );
      expect(past).toBeGreaterThan(50_000);
      await until(async () => (await ask('sum(up)'))[0] === 8);
      const [seconds] = await ask(
        'time() - timestamp(http_requests_total{service="payments",code="200"} offset 1m)',
      );
      expect(seconds).toBeLessThan(300);

      await fetch(`${controlUrl}/control/payments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"version":"failing"}',
      });
      await until(async () => (await errors('15s'))[0] > 0.5);
      // What runs is what its Deployment says, and can be undone there.
      const { url, token: kubernetes } = theatre!.kubernetes;
      const path = '/apis/apps/v1/namespaces/shop/deployments/payments';
      const response = await fetch(`${url}${path}`, {
        headers: { authorization: `Bearer ${kubernetes}` },
      });
      const { spec } = await response.json();
      expect(spec.template.spec.containers[0].image).toMatch(
        /payments:2\.3\.4-failing$/,
      );
      // What the failing service does to those that call it, through a real Alertmanager.
      const failing = ['payments', 'checkout', 'storefront'];
      await until(() =>
        failing.every(name => portal.firing.has(`HighErrorRate ${name}`)),
      );

      const marks = await until(() =>
        portal.corrections.length === 9 ? portal.corrections : undefined,
      );
      expect(marks[0]).toMatchObject({
        entityRef: 'component:default/storefront',
        kind: 'simulated',
      });
      expect(
        Number(marks[0].to) - Number(marks[0].from),
      ).toBeGreaterThanOrEqual(86_400);

      // After a restart it is the same past, marked once.
      await stop();
      await start({ prometheus: true, days: 1 });
      await sleep(1000);
      expect(portal.corrections.length).toBe(9);
      expect(await readdir(join(data, 'prometheus'))).not.toContain(
        'data.half',
      );
    });
  });

  it('without Prometheus pushes the past, then minute by minute what was answered', async () => {
    await start({ prometheus: false, days: 0.5 });

    expect(theatre!.measuredBy).toBe('push');
    await until(() => portal.corrections.length === 9);
    expect(portal.unauthorized).toEqual([]);
    const minutes = [...portal.samples.keys()].map(key =>
      Date.parse(key.split(' ')[1]),
    );
    // A minute of the present may have come by now.
    const present = Math.min(...minutes) + 720 * 60_000;
    expect(minutes.filter(minute => minute < present)).toHaveLength(
      720 * pushedObjectives.length,
    );
    const sums = [...portal.samples.keys()].filter(key =>
      key.startsWith('slo:default/payments-availability '),
    );
    expect(sums.length).toBeGreaterThanOrEqual(720);
    for (const [, { good, total }] of portal.samples) {
      expect(good).toBeLessThanOrEqual(total);
    }
  });

  it('stops in the middle of making its past, and leaves no half of it', async () => {
    theatre = await Theatre.start({ data, basePort: 18_730 });
    await sleep(300);
    await stop();

    expect(await readdir(data)).not.toContain('theatre.json');
    const left = await readdir(join(data, 'prometheus')).catch(() => []);
    expect(left).not.toContain('simulated.json');
  });

  it('does not share its data with another', async () => {
    theatre = await Theatre.start({
      data,
      basePort: 18_750,
      prometheus: false,
    });

    await expect(Theatre.start({ data, basePort: 18_770 })).rejects.toThrow(
      'A theatre is running already',
    );
  });
});
