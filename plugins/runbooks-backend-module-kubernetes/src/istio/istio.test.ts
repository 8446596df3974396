import { deploymentOf, rule, service } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';

const breaking = 'istio:circuit-break';
const limiting = 'istio:rate-limit';
const restoring = 'istio:restore-traffic-policy';

describe('what Istio is told', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startCluster();
    await cluster.ship(deploymentOf(), service);
  });

  afterEach(() => cluster.stop());

  const policy = () =>
    cluster.api.object('DestinationRule', 'shop', 'payments')!.spec!
      .trafficPolicy;

  it('breaks a circuit in the rule that is there, and gives it back as it was', async () => {
    cluster.api.seed([rule]);
    const plan = await cluster.plan(breaking, { maxConnections: 50 });
    expect(plan).toMatchObject({
      title: {
        text: 'Set pods of payments.shop.svc.cluster.local aside after 5 errors in a row (prod)',
      },
      changes: [
        { label: 'outlierDetection' },
        {
          label: 'connectionPool',
          from: '{"tcp":{"connectTimeout":"3s"}}',
          to: '{"tcp":{"connectTimeout":"3s","maxConnections":50}}',
        },
      ],
      refusals: [],
    });
    expect(await cluster.act(breaking, plan)).toMatchObject({
      state: 'applied',
    });
    expect(await cluster.readBack(breaking, plan)).toMatchObject({
      state: 'applied',
    });
    expect(policy()).toEqual({
      tls: { mode: 'ISTIO_MUTUAL' },
      outlierDetection: {
        consecutive5xxErrors: 5,
        interval: '10s',
        baseEjectionTime: '30s',
        maxEjectionPercent: 50,
      },
      connectionPool: { tcp: { connectTimeout: '3s', maxConnections: 50 } },
    });
    const undo = cluster.actionOf(breaking).undo!(plan.pinned, {})!;
    expect(undo.action).toBe(restoring);
    const back = await cluster.plan(restoring, undo.input);
    expect(await cluster.act(restoring, back, 'undo')).toMatchObject({
      state: 'applied',
    });
    expect(policy()).toEqual(rule.spec.trafficPolicy);
    expect(await cluster.readBack(restoring, back, 'undo')).toMatchObject({
      state: 'applied',
    });
  });

  it('takes the whole policy away again where there was none', async () => {
    cluster.api.seed([{ ...rule, spec: { host: 'payments.shop' } }]);
    const plan = await cluster.plan(breaking);
    await cluster.act(breaking, plan);
    const undo = cluster.actionOf(breaking).undo!(plan.pinned, {})!;
    await cluster.act(
      restoring,
      await cluster.plan(restoring, undo.input),
      'undo',
    );
    expect(policy()).toBeUndefined();
  });

  it('leaves alone what somebody else changed meanwhile', async () => {
    cluster.api.seed([rule]);
    const plan = await cluster.plan(breaking);
    const change = (mode: string) =>
      cluster.api.seed(
        [
          {
            ...rule,
            spec: { ...rule.spec, trafficPolicy: { tls: { mode } } },
          },
        ],
        'argocd-controller',
      );
    change('SIMPLE');
    const error = expect.stringContaining(
      'DestinationRule payments was changed meanwhile by argocd-controller',
    );
    expect(await cluster.act(breaking, plan)).toEqual({
      state: 'refused',
      error,
    });
    const again = await cluster.plan(breaking);
    await cluster.act(breaking, again, 'again');
    const undo = cluster.actionOf(breaking).undo!(again.pinned, {})!;
    const back = await cluster.plan(restoring, undo.input);
    change('DISABLE');
    expect(await cluster.act(restoring, back, 'undo')).toEqual({
      state: 'refused',
      error,
    });
  });

  it('asks which Service and which rule when there are several', async () => {
    const texts = async () =>
      (await cluster.plan(breaking)).refusals.map(({ text }) => text);
    cluster.api.seed([
      rule,
      { ...rule, metadata: { ...rule.metadata, name: 'second' } },
    ]);
    expect(await texts()).toEqual([
      expect.stringContaining('Several DestinationRules are for'),
    ]);
    cluster.api.seed([
      { ...service, metadata: { ...service.metadata, name: 'pay' } },
    ]);
    expect(await texts()).toEqual([
      'Several Services lead to Deployment payments, say which: pay, payments',
    ]);
    const { title } = await cluster.plan(breaking, { service: 'pay' });
    expect(title.params?.host).toBe('pay.shop.svc.cluster.local');
    cluster.api.remove('Service', 'shop', 'pay');
    cluster.api.remove('Service', 'shop', 'payments');
    expect(await texts()).toEqual(['No Service leads to Deployment payments']);
  });

  it('limits the rate of the pods that have a proxy', async () => {
    const plan = await cluster.plan(limiting, { requests: 20, seconds: 5 });
    expect(plan.title.text).toBe(
      'Let each pod of Deployment payments in shop (prod) take 20 requests in 5 s',
    );
    await cluster.act(limiting, plan);
    const [{ spec, metadata }] = cluster.api.objects('EnvoyFilter');
    expect(metadata.labels).toEqual({ 'ghostlight.dev/made-by': 'runbooks' });
    expect(spec).toMatchObject({
      workloadSelector: { labels: { app: 'payments' } },
      configPatches: [
        {
          applyTo: 'HTTP_FILTER',
          match: { context: 'SIDECAR_INBOUND' },
          patch: {
            operation: 'INSERT_BEFORE',
            value: {
              name: 'envoy.filters.http.local_ratelimit',
              typed_config: {
                value: {
                  token_bucket: {
                    max_tokens: 20,
                    tokens_per_fill: 20,
                    fill_interval: '5s',
                  },
                },
              },
            },
          },
        },
      ],
    });
    const plain = { containers: [{ name: 'app', image: 'a:1' }] };
    const { template } = deploymentOf().spec;
    await cluster.ship(
      deploymentOf({ template: { ...template, spec: plain } }),
    );
    const { refusals } = await cluster.plan(limiting, { requests: 20 });
    expect(refusals).toMatchObject([
      { text: 'No pod of Deployment payments has a proxy of Istio' },
    ]);
  });
});
