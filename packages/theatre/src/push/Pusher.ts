import type { Sample } from '@ghostlight/plugin-slo-common';
import type { Fleet } from '../fleet/Fleet';
import type { MinuteTally } from '../fleet/Tally';
import type { Portal } from '../portal/Portal';
import { pushedObjectives } from './pushedObjectives';

/** Minutes pushed again each time, should the portal have been away. No more than a tally keeps. */
const againMinutes = 12;

/** A minute is closed when this much of the next has passed: answers still under way have come in. */
const closedAfterSeconds = 6;

function counted(tally: MinuteTally, counts: 'ok' | 'fast') {
  return counts === 'ok'
    ? { good: tally.ok, total: tally.total }
    : { good: tally.fast, total: tally.ok };
}

/** Pushes what the services answered, minute by minute, where no Prometheus scrapes them. */
export class Pusher {
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly fleet: Fleet,
    private readonly portal: Portal,
    private readonly since: number,
    private readonly log: (line: string) => void,
  ) {}

  /** `since` is the first minute that is pushed, in epoch minutes. */
  static start(options: {
    fleet: Fleet;
    portal: Portal;
    since: number;
    log(line: string): void;
  }): Pusher {
    const { fleet, portal, since, log } = options;
    const pusher = new Pusher(fleet, portal, since, log);
    pusher.plan();
    return pusher;
  }

  stop() {
    if (this.timer) clearTimeout(this.timer);
  }

  /** Samples of the closed minutes that the tallies still have. */
  samples(now: number): Sample[] {
    const open = Math.floor(now / 60_000);
    const samples: Sample[] = [];
    const first = Math.max(this.since, open - againMinutes);
    for (let minute = first; minute < open; minute++) {
      const start = new Date(minute * 60_000).toISOString();
      for (const { ref, service, counts } of pushedObjectives) {
        const tally = this.fleet.get(service).tally.of(minute);
        samples.push({ ref, minute: start, ...counted(tally, counts) });
      }
    }
    return samples;
  }

  private plan() {
    const now = Date.now();
    const next =
      Math.floor(now / 60_000 + 1) * 60_000 + closedAfterSeconds * 1000;
    this.timer = setTimeout(() => {
      this.plan();
      this.push();
    }, next - now);
  }

  private async push() {
    const samples = this.samples(Date.now());
    if (!samples.length) return;
    try {
      await this.portal.push(samples);
    } catch (error) {
      this.log(
        `the portal did not take the last minutes (${error}); they are pushed again`,
      );
    }
  }
}
