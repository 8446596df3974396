import { createHash } from 'node:crypto';

/** The shard of an objective: the same on every replica, and for as long as their number stands. */
export function shardOf(ref: string, shards: number): number {
  return createHash('sha256').update(ref).digest().readUInt32BE(0) % shards;
}
