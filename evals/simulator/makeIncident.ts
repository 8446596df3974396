import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import { Random } from '../../bench/incidents/storm/Random';
import type { Expected } from '../runner/Expected';
import { makeFault, type Fault } from './Fault';
import { makeRecording, recordMetrics } from './recordMetrics';
import { runSystem, type Truth } from './runSystem';
import { makeSystem, type Service } from './System';

export interface Incident {
  expected: Expected;
  /** Which parts the case has, and what struck. */
  parts: string;
  fault: string;
  case: TriageCase;
}

const iso = (time: number) => new Date(time).toISOString();

/** One incident, or a healthy hour, of a system made for it. The same seed makes the same. */
export function makeIncident(seed: number): Incident {
  const random = Random.create(seed);
  const services = makeSystem(random);
  const step = random.pick([1, 5, 10, 15, 15, 30, 60]);
  const before = Math.round((600 + 3000 * random.next()) / step);
  const after = Math.max(8, Math.round((180 + 1200 * random.next()) / step));
  const start = Date.UTC(2026, 4, 1 + random.below(28), random.below(24));
  const isHealthy = random.chance(0.2);
  const faults: Fault[] = isHealthy
    ? []
    : [makeFault(services, before, step, random)];
  if (!isHealthy && random.chance(0.08)) {
    const second = makeFault(services, before + random.below(3), step, random);
    if (second.place !== faults[0].place) faults.push(second);
  }
  const load = {
    rps: 20 * 10 ** random.next(),
    wave: {
      period: random.pick([0.13, 0.4, 3]) * before,
      height: random.pick([0, 0.05, 0.15, 0.3]),
      phase: 6.28 * random.next(),
    },
    growth: random.pick([0, 0, 0.2, -0.2]),
  };
  const truths = runSystem(
    services,
    load,
    faults,
    before + after,
    step,
    random,
  );
  const onset = start + before * step * 1000;
  const end = onset + after * step * 1000;
  const context: Context = {
    random,
    services,
    truths,
    faults,
    start,
    step,
    onset,
    end,
    before,
  };

  const has = pickParts(random);
  const edges = services.flatMap(({ calls }, from) =>
    calls.map(({ to }) => ({
      from: services[from].name,
      to: services[to].name,
    })),
  );
  const alerts = has.alerts ? alertsOf(context) : undefined;
  const made: TriageCase = {
    id: `sim-${seed}`,
    at: iso(end),
    ...(random.chance(0.6) && !isHealthy
      ? {
          startedAt: iso(
            onset + (random.chance(0.2) ? 0.3 * (end - onset) : 0),
          ),
        }
      : isHealthy && random.chance(0.6) && { startedAt: iso(onset) }),
    ...(has.entities && {
      entities: services
        .filter(({ type }) => type !== 'external' && !random.chance(0.04))
        .map(({ name, type }) => ({ ref: name, type })),
    }),
    ...(has.edges && {
      dependencies: edges.filter(() => !random.chance(has.edgeLoss)),
    }),
    ...(has.metrics && {
      metrics: recordMetrics(
        services,
        truths,
        makeRecording(start, step, random),
        random,
      ),
    }),
    ...(alerts?.length && { alerts }),
    ...(has.changes && { changes: changesOf(context) }),
    ...(has.logs && { logs: logsOf(context) }),
  };
  const roots = faults.map(({ place }) => services[place].name);
  return {
    expected: isHealthy
      ? { verdict: 'no-fault' }
      : { causes: [...new Set(roots)] },
    parts: Object.entries(has)
      .filter(([, value]) => value === true)
      .map(([name]) => name)
      .join('+'),
    fault: faults[0]?.kind ?? 'healthy',
    case: made,
  };
}

interface Context {
  random: Random;
  services: Service[];
  truths: Truth[];
  faults: Fault[];
  start: number;
  step: number;
  onset: number;
  end: number;
  before: number;
}

function pickParts(random: Random) {
  const all = random.chance(0.4);
  const metrics = all || random.chance(0.85);
  return {
    entities: all || random.chance(0.5),
    edges: all || random.chance(0.6) || !metrics,
    metrics,
    alerts: all || random.chance(0.5) || !metrics,
    logs: all || random.chance(0.35),
    changes: all || random.chance(0.4),
    edgeLoss: random.pick([0, 0, 0.1, 0.25]),
  };
}

function alertsOf({
  random,
  services,
  truths,
  step,
  onset,
  end,
  before,
}: Context) {
  const alerts: NonNullable<TriageCase['alerts']> = [];
  const wait = 30 + 150 * random.next();
  const coverage = 0.5 + 0.5 * random.next();
  for (const [place, { name, type, isMeasured }] of services.entries()) {
    if (type === 'external' || !isMeasured || !random.chance(coverage))
      continue;
    const truth = truths[place];
    const rules: [
      string,
      number[],
      number,
      'critical' | 'error' | 'warning',
    ][] = [
      ['HighLatency', truth.latency, 2.2, 'error'],
      [
        'HighErrorRate',
        truth.errors.map(
          (value, tick) => 0.02 + value / Math.max(truth.rps[tick], 0.1),
        ),
        3,
        'critical',
      ],
    ];
    if (random.chance(0.4)) rules.push(['HighCpu', truth.cpu, 1.8, 'warning']);
    if (random.chance(0.3))
      rules.push(['MemoryPressure', truth.memory, 1.5, 'warning']);
    for (const [rule, values, factor, severity] of rules) {
      const usual = [...values.slice(0, before)].sort((a, b) => a - b)[
        Math.floor(before * 0.8)
      ];
      let since = -1;
      for (let tick = before; tick < values.length; tick++) {
        if (values[tick] > usual * factor) {
          if (since < 0) since = tick;
          if ((tick - since) * step >= wait) {
            alerts.push({
              name: rule,
              entityRef: name,
              severity,
              startsAt: iso(onset + (tick - before) * step * 1000),
            });
            break;
          }
        } else since = -1;
      }
    }
    if (random.chance(0.04))
      alerts.push({
        name: random.pick([
          'CertificateExpiresSoon',
          'HighLatency',
          'DiskAlmostFull',
        ]),
        entityRef: name,
        severity: random.pick(['info', 'warning'] as const),
        startsAt: iso(onset + (end - onset) * random.next() * 0.8),
      });
  }
  return alerts;
}

function changesOf({ random, services, faults, start, onset, end }: Context) {
  const changes: NonNullable<TriageCase['changes']> = [];
  for (const { kind, place } of faults) {
    const mayFollow =
      kind === 'code'
        ? 0.9
        : kind === 'config' || kind === 'pool'
        ? 0.85
        : 0.06;
    if (!random.chance(mayFollow)) continue;
    changes.push({
      kind: kind === 'config' || kind === 'pool' ? 'config' : 'deployment',
      title: `Change of ${services[place].name}`,
      entityRef: services[place].name,
      at: iso(onset - 60_000 * random.delay(4)),
    });
  }
  const noise = random.below(4);
  for (let count = 0; count < noise; count++) {
    const { name } = random.pick(
      services.filter(({ type }) => type !== 'external'),
    );
    changes.push({
      kind: random.pick(['deployment', 'config', 'flag', 'scale'] as const),
      title: `Change of ${name}`,
      entityRef: name,
      at: iso(
        start + (end - start) * random.next() - 3_600_000 * random.below(3),
      ),
    });
  }
  return changes.filter(({ at }) => Date.parse(at) <= end);
}

function logsOf({
  random,
  services,
  truths,
  faults,
  start,
  onset,
  end,
  before,
}: Context) {
  const logs: NonNullable<TriageCase['logs']> = [];
  const coverage = 0.4 + 0.6 * random.next();
  const at = (from: number, to: number) =>
    iso(from + (to - from) * random.next());
  for (const [place, { name, calls, type }] of services.entries()) {
    if (type === 'external' || !random.chance(coverage)) continue;
    for (let count = random.below(6); count > 0; count--)
      logs.push({
        entityRef: name,
        at: at(start, end),
        level: 'info',
        text: `request ${random.below(9999)} done in ${random.below(300)} ms`,
      });
    if (random.chance(0.3))
      for (let count = 2 + random.below(4); count > 0; count--)
        logs.push({
          entityRef: name,
          at: at(start, end),
          level: random.pick(['warn', 'error']),
          text: `could not parse header ${random.below(50)}, ignored`,
        });
    for (const { to } of calls) {
      const errors = truths[to].errors.slice(before);
      const asked = truths[to].rps.slice(before);
      const sum = (values: number[]) =>
        values.reduce((all, value) => all + value, 0);
      const share = sum(errors) / Math.max(1e-9, sum(asked));
      if (share < 0.08 || !random.chance(0.8)) continue;
      const target = services[to].name;
      for (let count = 1 + random.below(6); count > 0; count--)
        logs.push({
          entityRef: name,
          at: at(onset, end),
          level: 'error',
          text: random.chance(0.6)
            ? `call to ${target} failed: ${random.pick([
                'deadline exceeded',
                'connection refused',
                '503',
              ])}`
            : 'upstream request failed: deadline exceeded',
        });
    }
    const own = faults.find(fault => fault.place === place);
    if (own && ['code', 'config', 'crash', 'pool', 'memory'].includes(own.kind))
      for (let count = 1 + random.below(8); count > 0; count--)
        logs.push({
          entityRef: name,
          at: at(onset, end),
          level: 'error',
          text:
            {
              code: 'NullPointerException at Handler.apply',
              config: 'invalid configuration value for pool.size',
              crash: 'panic: runtime error',
              pool: 'timed out waiting for a connection from the pool',
              memory: 'OutOfMemoryError: heap',
            }[own.kind as string] ?? 'error',
        });
  }
  return logs;
}
