import type { IncomingDelivery } from '../intake';

/** Events at most. */
const mostEvents = 1_000;
/** Milliseconds from the first to the last at most: so coarse is the clock of a replay. */
const longest = 15_000;

/**
 * Puts deliveries together that the pipeline may take at once without the outcome being another than
 * if they had come one by one: near in time, and nothing that begins in them ends in them.
 */
export class Bundles {
  private deliveries: IncomingDelivery[] = [];
  private from = 0;
  private events = 0;
  private readonly begun = new Set<string>();
  /** What fires after all that was added. */
  private readonly firing = new Set<string>();

  private constructor() {}

  static create(): Bundles {
    return new Bundles();
  }

  /** @returns what is to be taken before the delivery, if it is the first of another bundle */
  add(delivery: IncomingDelivery): IncomingDelivery[] {
    const states = statesOf(delivery);
    const full =
      this.events + delivery.events.length > mostEvents ||
      delivery.receivedAt - this.from > longest ||
      states.some(({ key, firing }) => !firing && this.begun.has(key));
    const done = full ? this.rest() : [];
    if (!this.deliveries.length) this.from = delivery.receivedAt;
    this.deliveries.push(delivery);
    this.events += delivery.events.length;
    for (const { key, firing } of states) {
      if (!firing) this.firing.delete(key);
      else if (!this.firing.has(key)) {
        this.firing.add(key);
        this.begun.add(key);
      }
    }
    return done;
  }

  rest(): IncomingDelivery[] {
    const done = this.deliveries;
    this.deliveries = [];
    this.events = 0;
    this.begun.clear();
    return done;
  }
}

function statesOf({ adapter, events }: IncomingDelivery) {
  return events
    .filter(({ kind }) => kind === 'alert')
    .map(({ event }) => {
      const { fingerprint, status } = JSON.parse(event);
      return { key: `${adapter} ${fingerprint}`, firing: status === 'firing' };
    });
}
