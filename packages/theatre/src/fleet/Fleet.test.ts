import { startControl } from '../control/createControl';
import { Fleet } from './Fleet';
import type { ServiceName } from './services';

/** Requests by code that a service's own metrics count. */
async function requestsOf(fleet: Fleet, service: ServiceName) {
  const response = await fetch(`${fleet.get(service).url}/metrics`);
  const counts: Record<string, number> = {};
  const text = await response.text();
  for (const [, code, count] of text.matchAll(
    /^http_requests_total\{.*code="(\d+)".*\} (\d+)$/gm,
  )) {
    counts[code] = (counts[code] ?? 0) + Number(count);
  }
  return counts;
}

async function gauge(fleet: Fleet, service: ServiceName, name: string) {
  const response = await fetch(`${fleet.get(service).url}/metrics`);
  const match = (await response.text()).match(
    new RegExp(`^${name}\\{.*\\} ([\\d.e-]+)$`, 'm'),
  );
  return Number(match?.[1]);
}

describe('the fleet', () => {
  let fleet: Fleet;
  let control: Awaited<ReturnType<typeof startControl>>;

  beforeEach(async () => {
    fleet = await Fleet.start({ port: () => 0, seed: 3 });
    control = await startControl({
      fleet,
      ship: async (service, version) => fleet.get(service).ship(version),
      shipByPortal: async (service, release, way) => {
        if (service === 'search') throw new Error('search is on its way');
        return { release, id: `${way} of ${service}` };
      },
      messages: () => [],
      port: 0,
    });
  });

  afterEach(async () => {
    await control.stop();
    await fleet.stop();
  });

  const tell = (service: string, body: unknown) =>
    fetch(`${control.url}/control/${service}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const buy = (count: number, path = '/checkout') =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const response = await fetch(`${fleet.get('storefront').url}${path}`, {
          method: path === '/checkout' ? 'POST' : 'GET',
        });
        return response.status;
      }),
    );

  it('counts its first error, since every counter is there before it', async () => {
    expect(await requestsOf(fleet, 'payments')).toEqual({
      '200': 0,
      '500': 0,
      '502': 0,
      '503': 0,
    });
  });

  it('passes a failure on to whoever needs the failing service, and to nobody else', async () => {
    await tell('ledger', { version: 'failing' });

    const answers = await buy(40);

    expect(answers.filter(code => code === 502).length).toBeGreaterThan(20);
    const ledger = await requestsOf(fleet, 'ledger');
    expect(ledger['500']).toBe(answers.filter(code => code === 502).length);
    expect((await requestsOf(fleet, 'payments'))['502']).toBe(ledger['500']);
    expect((await requestsOf(fleet, 'checkout'))['502']).toBe(ledger['500']);
    expect(await buy(20, '/search')).toEqual(Array(20).fill(200));
  });

  it('does without what is not required', async () => {
    await tell('recommendations', { version: 'failing' });

    expect(await buy(20, '/')).toEqual(Array(20).fill(200));
    expect((await requestsOf(fleet, 'recommendations'))['500']).toBeGreaterThan(
      5,
    );
    expect(
      await gauge(fleet, 'recommendations', 'llm_quality_score'),
    ).toBeLessThan(0.8);
  });

  it('serves again once it is fixed', async () => {
    await tell('payments', { version: 'failing' });
    expect(await buy(20)).toContain(502);

    const response = await tell('payments', { version: 'good' });

    expect(await response.json()).toMatchObject({
      service: 'payments',
      version: 'good',
    });
    expect(await buy(20)).toEqual(Array(20).fill(200));
  });

  it('tells slow answers from fast ones', async () => {
    await tell('search', { latency: 400 });

    await buy(5, '/search');

    const response = await fetch(`${fleet.get('search').url}/metrics`);
    const text = await response.text();
    const bucket = (le: string) =>
      Number(
        text.match(
          new RegExp(
            `^http_request_duration_seconds_bucket\\{le="${le}",.*code="200".*\\} (\\d+)$`,
            'm',
          ),
        )?.[1],
      );
    expect(bucket('0.3')).toBe(0);
    expect(bucket('\\+Inf')).toBe(5);
  });

  it('leaks up to a bound, falls over and starts anew', async () => {
    await tell('catalogue', { version: 'leaking' });
    const catalogue = fleet.get('catalogue').url;
    const codes: number[] = [];
    let highest = 0;
    for (let round = 0; round < 12; round++) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => fetch(`${catalogue}/products`)),
      );
      codes.push(...answers.map(({ status }) => status));
      const saturation = await gauge(
        fleet,
        'catalogue',
        'service_saturation_ratio',
      );
      highest = Math.max(highest, saturation);
    }

    expect(codes).toContain(503);
    expect(highest).toBeGreaterThan(0.7);
    expect(
      await gauge(fleet, 'catalogue', 'service_saturation_ratio'),
    ).toBeLessThan(0.9);
  });

  it('shares its traffic among its pods, and tells those of a new version apart', async () => {
    const ledger = fleet.get('ledger');
    const metrics = async () => (await fetch(`${ledger.url}/metrics`)).text();
    const old = { track: '', release: '2.3.3', ready: 3 };
    const canary = { track: 'canary', release: '2.3.4-failing', ready: 1 };
    const counted = async (code: string) => {
      const text = await metrics();
      return [...text.matchAll(/^http_requests_total(\{.*\}) (\d+)$/gm)]
        .filter(([, labels]) => labels.includes(`code="${code}"`))
        .map(([, labels, n]) => [/track="(\w+)"/.exec(labels)?.[1], Number(n)]);
    };
    const ask = async (count: number) => {
      const answers = await Promise.all(
        Array.from({ length: count }, () =>
          fetch(`${ledger.url}/entries`, { method: 'POST' }),
        ),
      );
      return answers.map(({ status }) => status);
    };

    ledger.run([old, canary]);
    expect(await counted('500')).toEqual([
      [undefined, 0],
      ['canary', 0],
    ]);
    const failed = (await ask(200)).filter(code => code === 500).length;
    // Eight in ten of a quarter.
    expect(failed).toBeGreaterThan(20);
    expect(failed).toBeLessThan(60);
    expect(await counted('500')).toEqual([
      [undefined, 0],
      ['canary', failed],
    ]);
    expect(await metrics()).toMatch(
      /^service_version_info\{service="ledger",track="canary",version="2.3.4-failing"\} 1$/m,
    );
    for (const name of ['saturation', 'cpu_usage', 'memory_usage'])
      for (const track of ['', ',track="canary"'])
        expect(await metrics()).toMatch(
          new RegExp(
            `^service_${name}_ratio\\{service="ledger"${track}\\} [01](\\.\\d+)?$`,
            'm',
          ),
        );
    expect(ledger.state).toMatchObject({
      release: '2.3.3',
      pods: [old, canary],
    });

    // Its series go with its pods; the others go on.
    const [[, before]] = await counted('200');
    ledger.run([old]);
    expect(await counted('200')).toEqual([[undefined, before]]);
    expect(await metrics()).not.toContain('canary');

    // A Service without pods leads nowhere, and no pod counts it.
    ledger.run([]);
    expect(await ask(2)).toEqual([503, 503]);
    expect(await counted('503')).toEqual([[undefined, 0]]);
  });

  it('is short of memory while it leaks', async () => {
    const catalogue = fleet.get('catalogue');
    const memory = () =>
      gauge(fleet, 'catalogue', 'service_memory_usage_ratio');
    expect(await memory()).toBeLessThan(0.5);
    catalogue.run([{ track: '', release: '2.3.4-leaking', ready: 1 }]);
    await Promise.all(
      Array.from({ length: 60 }, () => fetch(`${catalogue.url}/products`)),
    );
    expect(await memory()).toBeGreaterThan(0.9);
  });

  it('has its connections in use while others are slow, and calls that wait for one', async () => {
    const storefront = (name: string) => gauge(fleet, 'storefront', name);
    expect(await storefront('service_connections_usage_ratio')).toBe(0);
    await tell('payments', { latency: 1500 });
    let isBought = false;
    const bought = buy(30).then(() => {
      isBought = true;
    });
    let longest = 0;
    while (!isBought)
      longest = Math.max(longest, await storefront('service_queue_depth'));
    await bought;
    // Sixteen have a connection at once.
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThanOrEqual(14);
    expect(await storefront('service_queue_depth')).toBe(0);
    for (const waits of ['storefront', 'checkout'] as const)
      expect(
        await gauge(fleet, waits, 'service_connections_usage_ratio'),
      ).toBeGreaterThan(0.05);
    // Who calls nobody has no pool.
    const ledger = await fetch(`${fleet.get('ledger').url}/metrics`);
    expect(await ledger.text()).not.toContain('service_connections');
  });

  it('has the portal ship the next release', async () => {
    fleet.get('ledger').run([{ track: '', release: '2.9.9', ready: 3 }]);
    const shipped = async (service: string, body: object) =>
      (await tell(service, body)).json();

    expect(
      await shipped('ledger', { version: 'good', by: 'canary' }),
    ).toMatchObject({ shipped: { release: '2.9.10', id: 'canary of ledger' } });
    expect(
      await shipped('payments', { version: 'failing', by: 'rolling' }),
    ).toMatchObject({ shipped: { release: '2.3.4-failing' } });
    expect(await shipped('search', { version: 'good', by: 'canary' })).toEqual({
      message: 'search is on its way',
    });
  });

  it.each([
    [
      'an unknown way',
      'payments',
      { version: 'good', by: 'mail' },
      400,
      'canary',
    ],
    ['an unknown service', 'payment', { version: 'good' }, 404, 'payments'],
    ['an unknown version', 'payments', { version: 'evil' }, 400, 'failing'],
    ['too much latency', 'payments', { latency: 60_000 }, 400, '4000'],
    ['nothing', 'payments', {}, 400, 'version'],
  ])(
    'refuses %s and says what there is',
    async (_, service, body, status, hint) => {
      const response = await tell(service, body);

      expect(response.status).toBe(status);
      expect((await response.json()).message).toContain(hint);
    },
  );
});
