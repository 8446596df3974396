import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { BurnAlert } from '@ghostlight/plugin-slo-common';

/** Topic of burn-rate alerts that fired or resolved; the payload is the alert. */
export const alertsTopic = 'ghostlight.slo.alerts';

/** Channel on which browsers hear that verdicts changed. */
export const signalChannel = 'ghostlight:slo';

const quiet = 2_000;

/**
 * Tells others to look. What is lost here is found by reading `GET /v1/alerts` from a cursor, and by
 * polling; so a failure is logged and forgotten.
 */
export class Announcer {
  private timer?: NodeJS.Timeout;
  private asOf = 0;

  private constructor(
    private readonly events: EventsService,
    private readonly signals: SignalsService,
    private readonly logger: LoggerService,
  ) {}

  static create(options: {
    events: EventsService;
    signals: SignalsService;
    logger: LoggerService;
  }): Announcer {
    const { events, signals, logger } = options;
    return new Announcer(events, signals, logger);
  }

  /** Publishes changes of alerts, each as an event of its own. */
  async alertsChanged(alerts: BurnAlert[]): Promise<void> {
    for (const alert of alerts) {
      await this.attempt('event', () =>
        this.events.publish({ topic: alertsTopic, eventPayload: alert }),
      );
    }
  }

  /** Tells browsers, once in two seconds at most, up to when verdicts go. */
  verdictsChanged(asOf: number): void {
    this.asOf = Math.max(this.asOf, asOf);
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.attempt('signal', () =>
        this.signals.publish({
          recipients: { type: 'broadcast' },
          channel: signalChannel,
          message: { updated: this.asOf },
        }),
      );
    }, quiet);
    this.timer.unref();
  }

  private async attempt(what: string, publish: () => Promise<void>) {
    try {
      await publish();
    } catch (error) {
      this.logger.warn(`Could not publish a ${what}: ${stringifyError(error)}`);
    }
  }
}
