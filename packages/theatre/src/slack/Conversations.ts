/** What was posted, as whoever looks at the conversation sees it. */
export interface SlackMessage {
  /** Id of the conversation. */
  channel: string;
  /** Names the message in its conversation: seconds since 1970 with six more digits. */
  ts: string;
  /** The message that it answers. */
  threadTs?: string;
  /** As a phone shows it. */
  text: string;
  /** All text of the blocks, one line each. */
  blocks: string[];
  metadata?: unknown;
}

/** Kept of all conversations together. */
const mostMessages = 500;

/** What was posted to the conversations of a workspace, the oldest first. */
export class Conversations {
  private readonly kept: SlackMessage[] = [];
  private lastMicros = 0;

  private constructor(
    private readonly ids: ReadonlySet<string>,
    private readonly now: () => number,
  ) {}

  static create(options: {
    channels: string[];
    /** Epoch milliseconds. */
    now(): number;
  }): Conversations {
    return new Conversations(new Set(options.channels), options.now);
  }

  has(channel: string): boolean {
    return this.ids.has(channel);
  }

  messages(channel?: string): SlackMessage[] {
    return this.kept.filter(one => !channel || one.channel === channel);
  }

  find(channel: string, ts: string): SlackMessage | undefined {
    return this.kept.find(one => one.channel === channel && one.ts === ts);
  }

  post(message: Omit<SlackMessage, 'ts'>): SlackMessage {
    // No two messages have the same, however fast they come.
    this.lastMicros = Math.max(this.now() * 1000, this.lastMicros + 1);
    const digits = String(this.lastMicros).padStart(7, '0');
    const posted = {
      ...message,
      ts: `${digits.slice(0, -6)}.${digits.slice(-6)}`,
    };
    this.kept.push(posted);
    this.kept.splice(0, this.kept.length - mostMessages);
    return posted;
  }
}
