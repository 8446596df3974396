import type { AuthService } from '@backstage/backend-plugin-api';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { isMissing } from '@ghostlight/reliability-node';

/** How an objective did over the last minutes. */
export interface BurnReading {
  objective: string;
  title: string;
  /** Left out when there was too little to tell. */
  burnRate?: number;
  total: number;
  /** Epoch milliseconds: until when it was measured. */
  asOf?: number;
}

/** Objectives of one entity that are looked at, at most. */
const most = 20;
/** Minutes of a reading: short enough to see a recovery, long enough for few events. */
export const spanSeconds = 120;

/** Asks the slo family how objectives burn now. */
export class BurnReader {
  private constructor(
    private readonly slo: SloService,
    private readonly auth: AuthService,
    private readonly now: () => number,
  ) {}

  static create(options: {
    slo: SloService;
    auth: AuthService;
    now: () => number;
  }): BurnReader {
    return new BurnReader(options.slo, options.auth, options.now);
  }

  /** Refs of the objectives of an entity; none where the slo family is not installed. */
  async objectivesOf(entityRef: string): Promise<string[]> {
    try {
      const credentials = await this.auth.getOwnServiceCredentials();
      const { items } = await this.slo.listObjectives(
        { entityRef: [entityRef], limit: most },
        { credentials },
      );
      return items.map(({ ref }) => ref);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  /**
   * How each does over the last two minutes, or over `seconds`; with `latest` up to this moment, where
   * its source can tell, instead of up to the last whole minute.
   */
  async read(
    objectives: string[],
    seconds: number = spanSeconds,
    latest: boolean = false,
  ): Promise<BurnReading[]> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const to = Math.floor(this.now() / 1000);
    return Promise.all(
      objectives.slice(0, most).map(async ref => {
        const { title, good, total, target, asOf } = await this.slo.measure(
          { ref, from: to - seconds, to, ...(latest && { latest }) },
          { credentials },
        );
        return {
          objective: ref,
          title,
          total,
          ...(total > 0 &&
            target < 1 && { burnRate: (1 - good / total) / (1 - target) }),
          ...(asOf !== null && { asOf: asOf * 1000 }),
        };
      }),
    );
  }
}
