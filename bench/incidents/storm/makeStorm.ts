import type {
  CorrelatedAlert,
  CorrelatedChange,
} from '../../../plugins/incidents-backend/src/correlation';
import type { Graph } from '../../../plugins/incidents-backend/src/graph';
import { Random } from './Random';

/** What happened, and what was seen of it. */
export interface Storm {
  /** In the order in which they come in. */
  alerts: CorrelatedAlert[];
  changes: CorrelatedChange[];
  /** The fault, or the noise, that each alert is of. */
  truth: Map<number, string>;
  /** Where the faults began; those of a machine under unrelated services are of no entity. */
  origins: Map<string, string>;
}

export interface StormOptions {
  graph: Graph;
  seed: number;
  faults: number;
  /** Alerts of nothing in particular, for each alert of a fault. */
  noise?: number;
  /** Within which all faults begin. */
  spanMs?: number;
}

const minute = 60_000;
const start = Date.UTC(2026, 0, 5, 9);
/** That trouble goes on from an entity to what depends on it. */
const spreads = 0.75;
const spreadFades = 0.85;
const delayPerHop = 35_000;
const mostHops = 6;
const mostEntities = 80;
/** That an entity in trouble has no alert. */
const missing = 0.2;
/** Senders' clocks. */
const clockSkew = 8_000;
const changedBefore = 0.45;
const ofMachine = 0.12;
const unresolved = 0.05;

const kinds = [
  { name: 'HighErrorRate', title: 'errors above 5 %', severity: 'critical' },
  { name: 'HighLatency', title: 'slow answers', severity: 'warning' },
  { name: 'ServiceDown', title: 'does not answer', severity: 'critical' },
  { name: 'QueueGrowing', title: 'queue grows', severity: 'warning' },
  { name: 'PodRestarting', title: 'pods restart', severity: 'error' },
  { name: 'BudgetBurn', title: 'burns its budget', severity: 'error' },
] as const;

const noises = [
  { name: 'DiskAlmostFull', title: 'disk at 85 %', severity: 'warning' },
  { name: 'CertificateExpires', title: 'certificate ends', severity: 'info' },
  { name: 'HighLatency', title: 'slow answers', severity: 'warning' },
  { name: 'HighErrorRate', title: 'errors above 5 %', severity: 'error' },
  { name: 'PodRestarting', title: 'pods restart', severity: 'warning' },
] as const;

/** Several faults at once, spreading to dependents with delays, amid noise and with gaps. */
export function makeStorm(options: StormOptions): Storm {
  const { graph, seed, faults, noise = 0.35, spanMs = 20 * minute } = options;
  const random = Random.create(seed * 7919);
  const refs = [...graph.entities()].map(({ ref }) => ref);
  const depended = refs.filter(ref => graph.dependentsOf(ref).length > 0);
  const clocks = new Map<string, number>();
  const seen: { at: number; truth: string; alert: CorrelatedAlert }[] = [];
  const changes: CorrelatedChange[] = [];
  const origins = new Map<string, string>();

  const see = (
    truth: string,
    ref: string,
    at: number,
    kind: (typeof kinds | typeof noises)[number],
    labels: Record<string, string> = {},
  ) => {
    const name = ref.slice(ref.lastIndexOf('/') + 1);
    if (!clocks.has(ref)) clocks.set(ref, random.normal(clockSkew));
    const startsAt = Math.round(at + clocks.get(ref)!);
    seen.push({
      at: at + random.delay(5_000),
      truth,
      alert: {
        id: 0,
        adapter: 'alertmanager',
        name: kind.name,
        title: `${name}: ${kind.title}`,
        severity: kind.severity,
        ...(kind.name === 'BudgetBurn' && { sloBurn: 'page' }),
        ...(!random.chance(unresolved) && { entityRef: ref }),
        environment: 'production',
        labels: {
          cluster: `cluster-${random.below(4)}`,
          service: name,
          instance: `10.0.${random.below(256)}.${random.below(256)}`,
          ...labels,
        },
        startsAt,
        status: 'firing',
      },
    });
  };
  const trouble = (truth: string, ref: string, at: number, own: boolean) => {
    const [one, ...more] = [...kinds].sort(() => random.next() - 0.5);
    see(truth, ref, at, one);
    const further = random.below(own ? 3 : 2);
    for (const kind of more.slice(0, further))
      see(truth, ref, at + random.delay(40_000), kind);
  };

  // What much rests on is rarer, and makes the large incidents: every third fault is of such.
  const originOf = () => {
    const some = [0, 1, 2, 3].map(() => random.pick(depended));
    return random.chance(1 / 3)
      ? some.reduce((one, other) =>
          graph.dependentsOf(other).length > graph.dependentsOf(one).length
            ? other
            : one,
        )
      : some[0];
  };

  for (let number = 0; number < faults; number++) {
    const truth = `fault-${number}`;
    const at = start + random.next() * spanMs;
    if (random.chance(ofMachine)) {
      const labels = { node: `node-${seed}-${number}` };
      const count = 4 + random.below(12);
      for (let n = 0; n < count; n++)
        see(
          truth,
          random.pick(refs),
          at + random.delay(30_000),
          kinds[4],
          labels,
        );
      continue;
    }
    const origin = originOf();
    origins.set(truth, origin);
    if (random.chance(changedBefore))
      changes.push({
        id: changes.length + 1,
        entityRef: origin,
        title: `Deploy of ${origin}`,
        at: at - random.next() * 10 * minute,
      });
    const struck = new Map([[origin, { at, hops: 0 }]]);
    for (const [ref, { at: since, hops }] of struck) {
      if (hops >= mostHops) break;
      for (const dependent of graph.dependentsOf(ref)) {
        if (struck.size >= mostEntities) break;
        if (struck.has(dependent)) continue;
        if (!random.chance(spreads * spreadFades ** hops)) continue;
        struck.set(dependent, {
          at: since + random.delay(delayPerHop),
          hops: hops + 1,
        });
      }
    }
    for (const [ref, { at: since, hops }] of struck)
      if (!random.chance(missing)) trouble(truth, ref, since, hops === 0);
  }
  const noisy = Math.round(seen.length * noise);
  for (let number = 0; number < noisy; number++) {
    const at = start + (random.next() * 1.3 - 0.1) * spanMs;
    see(`noise-${number}`, random.pick(refs), at, random.pick(noises));
  }
  const idle = Math.round(refs.length / 100) + faults;
  for (let number = 0; number < idle; number++)
    changes.push({
      id: changes.length + 1,
      entityRef: random.pick(refs),
      title: 'Deploy of something else',
      at: start + (random.next() * 1.5 - 0.5) * spanMs,
    });
  seen.sort((a, b) => a.at - b.at);
  seen.forEach(({ alert }, index) => {
    alert.id = index + 1;
  });
  changes.sort((a, b) => a.at - b.at);
  return {
    alerts: seen.map(({ alert }) => alert),
    changes,
    truth: new Map(seen.map(({ alert, truth }) => [alert.id, truth])),
    origins,
  };
}
