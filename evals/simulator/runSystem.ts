import type { Random } from '../../bench/incidents/storm/Random';
import type { Fault } from './Fault';
import type { Service } from './System';

/** What is true of one service, tick by tick; recording adds noise and gaps. */
export interface Truth {
  rps: number[];
  latency: number[];
  errors: number[];
  cpu: number[];
  memory: number[];
  disk: number[];
  sent: number[];
  retransmits: number[];
  connections: number[];
  queue: number[];
  restarts: number[];
  isDown: boolean[];
}

export interface Load {
  /** Requests a second at the edge, usually. */
  rps: number;
  /** Ticks of a wave, its height, and the phase. */
  wave: { period: number; height: number; phase: number };
  /** Growth over the whole time. */
  growth: number;
}

/** Plays traffic through the services: queues fill, timeouts strike, callers retry, failures climb up. */
export function runSystem(
  services: Service[],
  load: Load,
  faults: Fault[],
  ticks: number,
  step: number,
  random: Random,
): Truth[] {
  const truths = services.map<Truth>(() => ({
    rps: [],
    latency: [],
    errors: [],
    cpu: [],
    memory: [],
    disk: [],
    sent: [],
    retransmits: [],
    connections: [],
    queue: [],
    restarts: [],
    isDown: [],
  }));
  const wander = services.map(() => 0);
  const leaked = services.map(() => 0);
  const hogged = services.map(() => 0);
  const usual = usualLoad(services, load.rps);
  let burst = 0;
  let carriedRetries = services.map(() => 1);
  for (let tick = 0; tick < ticks; tick++) {
    burst = 0.9 * burst + random.normal(0.02);
    const asked = services.map(() => 0);
    asked[0] =
      load.rps *
      (1 + burst) *
      (1 + (load.growth * tick) / ticks) *
      (1 +
        load.wave.height *
          Math.sin((2 * Math.PI * tick) / load.wave.period + load.wave.phase));
    // Services call only what comes later in the list.
    for (const [place, { calls }] of services.entries())
      for (const { to, fan } of calls)
        asked[to] += asked[place] * fan * carriedRetries[to];
    const latency = services.map(() => 0);
    const failing = services.map(() => 0);
    const retries = services.map(() => 1);
    for (let place = services.length - 1; place >= 0; place--) {
      const service = services[place];
      const truth = truths[place];
      const by = effectOf(faults, place, tick);
      wander[place] =
        service.memory1 * wander[place] +
        random.normal(service.noise * Math.sqrt(1 - service.memory1 ** 2));
      const isDown =
        by.crash > 0 && (by.crash > 0.6 || (tick % 8) / 8 < by.crash);
      const share = asked[place] / Math.max(usual[place], 1e-9);
      const busy = Math.min(
        0.985,
        (service.busy * share) / (1 - 0.85 * by.cpu),
      );
      let own =
        (service.work / (1 - busy)) *
        (1 - service.busy) *
        Math.exp(wander[place]);
      own +=
        by.delay * (0.08 + 0.6 * by.strength) +
        by.disk * service.work * 12 +
        by.loss * 0.25 * random.next();
      own += by.slow * service.work * 15 + by.swap * service.work * 6;
      let ok = 1 - service.errors;
      ok *=
        1 - Math.min(0.9, 0.35 * by.loss * random.next()) * (1 - 0.1 * by.loss);
      ok *= 1 - by.broken;
      for (const { to, fan, isHard } of service.calls) {
        own += Math.min(latency[to], service.timeout) * Math.min(fan, 2);
        const timedOut = Math.max(
          0,
          Math.min(1, (latency[to] - service.timeout * 0.7) / service.timeout),
        );
        const bad = Math.max(failing[to], timedOut);
        if (service.retries && bad > 0.05)
          retries[to] = Math.max(retries[to], 1 + bad);
        if (isHard) ok *= 1 - Math.min(0.98, bad * Math.min(1, fan));
      }
      const waiting = by.pool * 3;
      own += waiting * service.work * 4 + by.pool * 0.3;
      ok *= 1 - 0.3 * by.pool;
      if (isDown) ok = 0.02;
      if (service.type === 'external') {
        own =
          service.work * 20 * Math.exp(wander[place]) +
          by.external * 4 * (by.strength > 0.5 ? 1 : 0.05);
        ok = 1 - by.external * (0.25 + 0.7 * by.strength);
      }
      latency[place] = isDown ? 0.001 : Math.min(own, 60);
      failing[place] = 1 - ok;
      leaked[place] += service.leaks
        ? 0.0006 * service.memory * (step / 15)
        : 0;
      hogged[place] =
        by.memory > 0
          ? hogged[place] +
            by.memory * 0.02 * (step / 15) * (1 + 3 * by.strength)
          : 0;
      let restarts = 0;
      if (
        hogged[place] > 2.5 ||
        (service.leaks && leaked[place] > service.memory)
      ) {
        restarts = 1;
        hogged[place] = 0.1;
        leaked[place] = 0;
      }
      if (isDown && tick % 4 === 0) restarts = 1;
      const served = isDown ? asked[place] * 0.05 : asked[place];
      truth.rps.push(served);
      truth.latency.push(latency[place]);
      truth.errors.push(served * failing[place]);
      truth.cpu.push(
        isDown
          ? 0
          : service.cores *
              (Math.min(1, service.busy * share) +
                by.cpu * 0.7 * (0.4 + by.strength)) *
              Math.exp(wander[place] / 2),
      );
      truth.memory.push(
        isDown
          ? service.memory * 0.3
          : service.memory * (1 + hogged[place] + 0.1 * busy) + leaked[place],
      );
      truth.disk.push(
        service.memory *
          0.01 *
          share *
          Math.exp(wander[place]) *
          (service.type === 'database' ? 3 : 0.3) *
          (1 + by.disk * 20 * by.strength),
      );
      truth.sent.push(served * 3000 * (1 - 0.3 * by.loss));
      truth.retransmits.push(served * 0.01 * (1 + by.loss * 25));
      truth.connections.push(
        2 +
          served * latency[place] * 1.2 +
          by.pool * 20 +
          (by.loss > 0 ? 1 : 0),
      );
      truth.queue.push(
        Math.max(0, served * latency[place] * (busy / (1 - busy))),
      );
      truth.restarts.push((truth.restarts.at(-1) ?? 0) + restarts);
      truth.isDown.push(isDown);
    }
    carriedRetries = retries;
  }
  return truths;
}

function usualLoad(services: Service[], rps: number): number[] {
  const usual = services.map(() => 0);
  usual[0] = rps;
  for (const [place, { calls }] of services.entries())
    for (const { to, fan } of calls) usual[to] += usual[place] * fan;
  return usual;
}

function effectOf(faults: Fault[], place: number, tick: number) {
  const effect = {
    strength: 0,
    cpu: 0,
    memory: 0,
    swap: 0,
    disk: 0,
    delay: 0,
    loss: 0,
    slow: 0,
    broken: 0,
    crash: 0,
    external: 0,
    pool: 0,
  };
  for (const fault of faults) {
    if (fault.place !== place || tick < fault.from) continue;
    const grown = Math.min(1, (tick - fault.from + 1) / fault.ramp);
    effect.strength = fault.strength;
    if (fault.kind === 'cpu') effect.cpu = grown * fault.strength;
    if (fault.kind === 'memory') {
      effect.memory = 1;
      effect.swap = grown * fault.strength * 0.5;
    }
    if (fault.kind === 'disk') effect.disk = grown * fault.strength;
    if (fault.kind === 'delay') effect.delay = grown;
    if (fault.kind === 'loss') effect.loss = grown * fault.strength;
    if (fault.kind === 'crash') effect.crash = fault.strength;
    if (fault.kind === 'external') effect.external = grown;
    if (fault.kind === 'pool') effect.pool = grown * fault.strength;
    if (fault.kind === 'code' || fault.kind === 'config') {
      if (fault.strength > 0.6) effect.slow = grown * fault.strength;
      else effect.broken = grown * (0.1 + fault.strength);
    }
  }
  return effect;
}
