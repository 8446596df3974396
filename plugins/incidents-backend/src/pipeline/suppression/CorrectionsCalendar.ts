import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { MaintenanceCalendar } from './MaintenanceCalendar';

/** A correction of the slo family; instants are seconds. */
export interface CorrectedSpan {
  id: string;
  entityRef: string;
  from: number;
  to: number;
  kind: string;
  reason: string;
}

/** Maintenance as the slo family's corrections have it, from a copy that is read in the background. */
export class CorrectionsCalendar implements MaintenanceCalendar {
  private spans = new Map<string, CorrectedSpan[]>();
  private failing = false;

  private constructor(
    private readonly read: () => Promise<CorrectedSpan[]>,
    private readonly logger: LoggerService,
  ) {}

  /** `read` gives the corrections that are not over; those of other kinds are passed over. */
  static create(options: {
    read: () => Promise<CorrectedSpan[]>;
    logger: LoggerService;
  }): CorrectionsCalendar {
    return new CorrectionsCalendar(options.read, options.logger);
  }

  /** Reads anew; when that fails, what was known before stands. To be called every minute or so. */
  async refresh(): Promise<void> {
    try {
      const spans = new Map<string, CorrectedSpan[]>();
      for (const span of await this.read()) {
        if (span.kind !== 'maintenance') continue;
        const others = spans.get(span.entityRef);
        if (others) others.push(span);
        else spans.set(span.entityRef, [span]);
      }
      this.spans = spans;
      this.failing = false;
    } catch (error) {
      if (!this.failing)
        this.logger.warn(
          `Maintenance could not be read: ${stringifyError(error)}`,
        );
      this.failing = true;
    }
  }

  during(entityRef: string, at: number) {
    const seconds = at / 1000;
    const span = this.spans
      .get(entityRef)
      ?.filter(({ from, to }) => from <= seconds && seconds < to)
      .sort((a, b) => b.to - a.to)[0];
    if (!span) return undefined;
    return { reason: span.reason, until: span.to * 1000, ref: span.id };
  }
}
