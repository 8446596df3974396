import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  LeaseLostError,
  type Lease,
  type Leases,
} from '@ghostlight/reliability-node';

/** More replicas than this share no shards between them. */
const mostReplicas = 64;

/**
 * The shards this replica works on, each a lease. Replicas make themselves known by a lease too, so
 * that each takes its part and no more, and leaves some when another one comes.
 */
export class Shards {
  private presence: Lease | undefined;
  private readonly held = new Map<number, Lease>();

  private constructor(
    private readonly leases: Leases,
    private readonly logger: LoggerService,
    private readonly name: string,
    readonly count: number,
    /** Milliseconds. */
    private readonly ttl: number,
  ) {}

  static create(options: {
    leases: Leases;
    logger: LoggerService;
    /** Prefix of the leases' names. */
    name: string;
    count: number;
    ttl: number;
  }): Shards {
    const { leases, logger, name, count, ttl } = options;
    return new Shards(leases, logger, name, count, ttl);
  }

  /** Renews what this replica has, gives back what is too much and takes what is free. */
  async balance(): Promise<ReadonlyMap<number, Lease>> {
    await this.beThere();
    const replicas = await this.leases.held(`${this.name}-replica-`);
    const share = Math.ceil(this.count / Math.max(1, replicas.length));
    for (const [shard, lease] of this.held) {
      if (this.held.size > share) await this.giveBack(shard, lease);
      else await this.keep(shard, lease);
    }
    const first = Math.floor(Math.random() * this.count);
    for (let n = 0; n < this.count && this.held.size < share; n++) {
      const shard = (first + n) % this.count;
      if (this.held.has(shard)) continue;
      const lease = await this.leases.acquire(
        `${this.name}-shard-${shard}`,
        this.ttl,
      );
      if (lease) this.held.set(shard, lease);
    }
    return this.held;
  }

  /** The lease of a shard with enough time left to write, or undefined when it is lost. */
  async fresh(shard: number): Promise<Lease | undefined> {
    const lease = this.held.get(shard);
    if (lease && lease.remaining() < this.ttl / 2) {
      await this.keep(shard, lease);
    }
    return this.held.get(shard);
  }

  /** Another replica has it now. */
  lose(shard: number): void {
    this.held.delete(shard);
  }

  /** Gives everything back, so that others need not wait. */
  async close(): Promise<void> {
    for (const [shard, lease] of this.held) await this.giveBack(shard, lease);
    await this.presence?.release();
    this.presence = undefined;
  }

  private async keep(shard: number, lease: Lease): Promise<void> {
    try {
      await lease.renew();
    } catch (error) {
      if (!(error instanceof LeaseLostError)) throw error;
      this.logger.warn(`Shard ${shard} was taken over by another replica`);
      this.held.delete(shard);
    }
  }

  private async giveBack(shard: number, lease: Lease): Promise<void> {
    this.held.delete(shard);
    await lease.release();
  }

  private async beThere(): Promise<void> {
    try {
      await this.presence?.renew();
    } catch (error) {
      if (!(error instanceof LeaseLostError)) throw error;
      this.presence = undefined;
    }
    for (let slot = 0; !this.presence && slot < mostReplicas; slot++) {
      this.presence = await this.leases.acquire(
        `${this.name}-replica-${slot}`,
        this.ttl,
      );
    }
  }
}
