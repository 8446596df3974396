import type {
  NotificationChannel,
  NotificationFailure,
  NotificationMessage,
  NotificationOutcome,
} from '@ghostlight/plugin-incidents-node';

/** A channel that keeps what it is told, for as long as its receiver is up. */
export class FakeChannel implements NotificationChannel {
  readonly got: NotificationMessage[] = [];
  tries = 0;
  failure: NotificationFailure | undefined;
  thread: string | undefined;

  private constructor(
    readonly name: string,
    readonly type: string,
    readonly perMinute: number | undefined,
  ) {}

  static create(
    name: string,
    options: { type?: string; perMinute?: number } = {},
  ): FakeChannel {
    return new FakeChannel(name, options.type ?? 'chat', options.perMinute);
  }

  async send(message: NotificationMessage): Promise<NotificationOutcome> {
    this.tries += 1;
    if (this.failure) return { outcome: 'failed', failure: this.failure };
    this.got.push(message);
    return { outcome: 'sent', thread: this.thread };
  }

  /** `INC-0001 opened` for each message. */
  get heard(): string[] {
    return this.got.map(({ incident, kind }) => `${incident?.id} ${kind}`);
  }

  goDown() {
    this.failure = {
      reason: 'unreachable',
      message: 'connection refused',
      retry: true,
    };
  }

  comeBack() {
    this.failure = undefined;
  }
}
