import type {
  ChangeReport,
  ChangeSource,
  ChangeSourceContext,
} from '@ghostlight/plugin-delivery-node';
import { payments } from '../../__testUtils__/shop';
import { until } from '../../__testUtils__/until';

/** The feed and memory of the delivery plugin, as far as a source sees them. */
export class Feed {
  readonly changes = new Map<string, ChangeReport>();
  calls = 0;
  memory: string | undefined;
  status: { healthy: boolean; text?: string } | undefined;
  private stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  watch({ source }: { source: ChangeSource }) {
    this.stopping = new AbortController();
    const context: ChangeSourceContext = {
      sink: {
        record: async reports => {
          this.calls += reports.length;
          for (const report of reports) {
            const known = this.changes.get(report.key);
            this.changes.set(report.key, { ...known, ...report });
          }
        },
        status: status => {
          this.status = status;
        },
      },
      signal: this.stopping.signal,
      entities: () => [payments],
      remembered: async () => this.memory,
      remember: async text => {
        this.memory = text;
      },
    };
    this.running = source.run(context);
  }

  async stop() {
    this.stopping.abort();
    await this.running;
  }

  get all(): ChangeReport[] {
    return [...this.changes.values()];
  }

  of(revision: number) {
    return this.all.find(({ key }) => key.endsWith(`/${revision}`));
  }

  outcome(revision: number, outcome: string) {
    return until(() => this.of(revision)?.outcome === outcome);
  }
}
