import type { Minute } from '@ghostlight/plugin-slo-common';
import type {
  MinuteSample,
  Source,
  SourceReading,
} from '@ghostlight/plugin-slo-node';

type ReadRequest = Parameters<Source['read']>[0];

/**
 * A source that has 10 events for every minute between `first` and `last`, the bad ones among them
 * given by the minute, and remembers what it was asked.
 */
export class FakeSource implements Source {
  readonly name = 'default';
  readonly type = 'fake';
  readonly requests: ReadRequest[] = [];
  /** Query texts that fail. */
  readonly failing = new Set<string>();
  /** Minutes it has nothing for (yet). */
  readonly missing = new Set<Minute>();

  constructor(public first: Minute, public last: Minute) {}

  static bad(minute: Minute): number {
    return minute % 5 === 0 ? 3 : 0;
  }

  check() {
    return [];
  }

  explain() {
    return [];
  }

  async oldest() {
    return this.first;
  }

  async read(request: ReadRequest): Promise<SourceReading[]> {
    this.requests.push(request);
    return request.items.map(({ key, indicator }): SourceReading => {
      const query = indicator.kind === 'ratio' ? indicator.total.query : '';
      if (this.failing.has(query)) {
        return {
          key,
          failure: {
            reason: 'bad-query',
            message: `cannot read ${query}\u0000`,
          },
        };
      }
      return { key, samples: this.samples(request.from, request.to) };
    });
  }

  samples(from: Minute, to: Minute): MinuteSample[] {
    const samples: MinuteSample[] = [];
    for (
      let minute = Math.max(from, this.first);
      minute < Math.min(to, this.last);
      minute++
    ) {
      if (this.missing.has(minute)) continue;
      samples.push({ minute, good: 10 - FakeSource.bad(minute), total: 10 });
    }
    return samples;
  }
}
