import type { Peers } from '../fleet/Peers';
import { createRandom, type Random } from '../fleet/random';
import { journeys, journeysPerSecond } from './traffic';

/** Journeys under way at once; more are dropped, not queued. */
const mostAtOnce = 60;

/** Buyers at the storefront, as many as the hour has. */
export class LoadGenerator {
  private timer: NodeJS.Timeout | undefined;
  private underWay = 0;
  private readonly random: Random;

  private constructor(
    private readonly peers: Peers,
    private readonly rate: (at: number) => number,
    seed: number,
  ) {
    this.random = createRandom(seed);
  }

  /** `rate` answers journeys per second at an instant in epoch seconds. */
  static start(options: {
    peers: Peers;
    rate?: (at: number) => number;
    seed?: number;
  }): LoadGenerator {
    const generator = new LoadGenerator(
      options.peers,
      options.rate ?? journeysPerSecond,
      options.seed ?? 7,
    );
    generator.next();
    return generator;
  }

  stop() {
    if (this.timer) clearTimeout(this.timer);
    this.timer = undefined;
  }

  private next() {
    const pause = -Math.log(1 - this.random()) / this.rate(Date.now() / 1000);
    this.timer = setTimeout(() => {
      this.next();
      this.send();
    }, pause * 1000);
  }

  private async send() {
    if (this.underWay >= mostAtOnce) return;
    this.underWay += 1;
    await this.peers.call('storefront', this.pick());
    this.underWay -= 1;
  }

  private pick(): string {
    let point = this.random();
    for (const { route, share } of journeys) {
      point -= share;
      if (point < 0) return route;
    }
    return journeys[0].route;
  }
}
