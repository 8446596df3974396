import type { Knex } from 'knex';

/**
 * How many messages a channel may take in a minute of the clock, counted in the database and so over
 * all replicas; and for how long its receiver asked to be left alone.
 */
export class ChannelLimits {
  private constructor(
    private readonly db: Knex,
    private readonly now: () => number,
  ) {}

  static create(options: { db: Knex; now: () => number }): ChannelLimits {
    return new ChannelLimits(options.db, options.now);
  }

  /** @returns 0 when a message may go now and is counted, or for how many milliseconds it may not */
  async take(channel: string, perMinute: number): Promise<number> {
    const now = this.now();
    const minute = Math.floor(now / 60_000);
    const row = () => this.db('channel_limits').where({ channel });
    const count = () =>
      row()
        .where('resting_until', '<=', now)
        .where(may =>
          may.where('minute', '<', minute).orWhere('used', '<', perMinute),
        )
        .update({
          used: this.db.raw('case when minute < ? then 1 else used + 1 end', [
            minute,
          ]),
          minute: this.db.raw('case when minute < ? then ? else minute end', [
            minute,
            minute,
          ]),
        });
    if (await count()) return 0;
    await this.db('channel_limits')
      .insert({ channel, minute: 0, used: 0 })
      .onConflict('channel')
      .ignore();
    if (await count()) return 0;
    const [{ resting_until }] = await row().select<
      { resting_until: number | string }[]
    >('resting_until');
    return Math.max(Number(resting_until), (minute + 1) * 60_000) - now;
  }

  /** Leaves a channel alone for a while, on all replicas. */
  async rest(channel: string, forMs: number): Promise<void> {
    const until = Math.round(this.now() + forMs);
    await this.db('channel_limits')
      .where({ channel })
      .where('resting_until', '<', until)
      .update({ resting_until: until });
  }
}
