import { cpuOf, idle } from '../fleet/Pods';
import {
  findService,
  poolSize,
  serviceNames,
  type ServiceName,
} from '../fleet/services';
import { createRandom, normal, poisson, type Random } from '../fleet/random';
import { journeysPerSecond, requestsPerJourney } from '../load/traffic';
import { createOutlook, type Outlook } from './outlook';
import { troubles, type Trouble } from './troubles';

/** Days the fleet pretends to have been running. */
export const pastDays = 30;

/** Seconds between two samples: a minute's increase sees at least two. */
export const stepSeconds = 30;

/** What happened to one service within one step. */
export interface Happening {
  ok: number;
  failed: number;
  /** Expected share of `ok` within each bound of the latency histogram. */
  withinBuckets: number[];
  fastShare: number;
  saturation: number;
  /** Shares of the limits. */
  cpu: number;
  memory: number;
  /** Where it calls others: share of the fullest pool, and calls that wait for a connection. */
  connections?: number;
  queue?: number;
}

export interface Step {
  /** End of the step, epoch seconds. */
  at: number;
  services: Record<ServiceName, Happening>;
  quality: number;
}

/** The simulated past, step by step. The same beginning and seed give the same past. */
export class Past {
  private readonly random: Random;
  private readonly perJourney = requestsPerJourney();
  private readonly outlooks = new Map<string, Outlook>();
  private mood = 1;

  private constructor(private readonly from: number, seed: number) {
    this.random = createRandom(seed);
  }

  /** `from` in epoch seconds. */
  static create(options: { from: number; seed?: number }): Past {
    return new Past(options.from, options.seed ?? 20_000);
  }

  /** What happened in the step that ends at `at`; to be asked in order. */
  step(at: number): Step {
    const outlook = this.outlookAt(at - this.from);
    // Traffic wanders by a few percent around its daily course, as live traffic does.
    this.mood = 1 + 0.98 * (this.mood - 1) + 0.006 * normal(this.random);
    const sent = journeysPerSecond(at) * this.mood;
    const services = Object.fromEntries(
      serviceNames.map(service => {
        const rate = sent * (this.perJourney.get(service) ?? 0);
        const expected = outlook.services[service];
        const total = poisson(this.random, rate * stepSeconds);
        const failed = Math.min(
          total,
          poisson(this.random, total * expected.failureShare),
        );
        return [
          service,
          {
            ok: total - failed,
            failed,
            withinBuckets: expected.withinBuckets,
            fastShare: expected.fastShare,
            saturation: Math.min(1, (rate * expected.seconds) / 20),
            cpu: cpuOf(
              rate * expected.ownSeconds,
              findService(service)!.capacity,
            ),
            memory: idle.memory,
            ...(expected.connectedSeconds !== undefined &&
              poolOf(rate * expected.connectedSeconds)),
          },
        ];
      }),
    ) as Step['services'];
    const quality = outlook.quality + (this.random() - 0.5) * 0.04;
    return { at, services, quality };
  }

  private outlookAt(elapsed: number): Outlook {
    const lasting = troubles.filter(trouble => lasts(trouble, elapsed));
    const key = lasting.map(trouble => troubles.indexOf(trouble)).join();
    const known = this.outlooks.get(key) ?? createOutlook(lasting);
    this.outlooks.set(key, known);
    return known;
  }
}

/** By Little's law. */
function poolOf(connected: number) {
  return {
    connections: Math.min(1, connected / poolSize),
    queue: Math.max(0, Math.round(connected - poolSize)),
  };
}

function lasts({ day, minutes }: Trouble, elapsed: number) {
  const start = day * 86_400;
  return elapsed > start && elapsed <= start + minutes * 60;
}
