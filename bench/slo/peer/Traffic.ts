/** Seconds between two scrapes. */
export const scrapeSeconds = 30;

/** Seconds between two evaluations of rules, as they are recorded. */
export const ruleSeconds = 60;

/** Some 11 requests a second, one in a thousand failing: counters of one service. */
class Counters {
  ok = 0;
  failed = 0;

  step() {
    const requests = 300 + Math.floor(Math.random() * 60);
    const failed = Math.random() < 0.3 ? 1 + Math.floor(Math.random() * 2) : 0;
    this.ok += requests - failed;
    this.failed += failed;
  }
}

/** Request counters of services, two series each, growing by one scrape at a time. */
export class Traffic {
  private readonly counters: Map<string, Counters>;

  private constructor(readonly services: string[]) {
    this.counters = new Map(services.map(name => [name, new Counters()]));
  }

  static create(services: string[]) {
    return new Traffic(services);
  }

  step() {
    for (const counters of this.counters.values()) counters.step();
  }

  /** The series as [labelled name, value]. */
  series(more = ''): [string, number][] {
    return [...this.counters].flatMap(([service, { ok, failed }]) => [
      [`http_requests_total{service="${service}",code="200"${more}}`, ok],
      [`http_requests_total{service="${service}",code="500"${more}}`, failed],
    ]);
  }

  /** Requests and failures of a service so far. */
  totals(service: string): { total: number; failed: number } {
    const { ok, failed } = this.counters.get(service) ?? new Counters();
    return { total: ok + failed, failed };
  }
}
