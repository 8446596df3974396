import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  windowBounds,
  type Minute,
  type Objective,
} from '@ghostlight/plugin-slo-common';
import type { Source } from '@ghostlight/plugin-slo-node';
import { LeaseLostError, type Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { measuresSame } from '../documents/definitionHash';
import type { Ledger } from '../ledger';
import { forever } from '../ledger/database/lookupTotals';
import {
  readSampledObjectives,
  resetSampling,
  writeSamplingStates,
  type SampledObjective,
} from './database/samplingRows';
import { groupBySource, planReads, type PlannedRead } from './planReads';
import { readSource } from './readSource';
import { refillable } from './refillable';
import { recordReadings, type SamplingTask } from './recordReadings';
import { Shards } from './Shards';

export interface SamplerOptions {
  database: Knex;
  ledger: Ledger;
  leases: Leases;
  /** Configured sources by name. */
  sources: ReadonlyMap<string, Source>;
  logger: LoggerService;
  /** In how many parts replicas can share the work. 8 by default. */
  shards?: number;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  /** Seconds after its end at which a minute is asked for. 5 by default. */
  settleSeconds?: number;
  /** Minutes for which a missing minute is asked for again. 10 by default. */
  patienceMinutes?: number;
  /** Milliseconds a tick may spend on catching up. 25,000 by default. */
  catchUpMilliseconds?: number;
  /** Milliseconds until another replica takes over a dead one's shards. 90,000 by default. */
  leaseMilliseconds?: number;
}

/** What a tick did. */
export interface Tick {
  /** The shards this replica holds; their objectives are its to judge. */
  shards: number[];
  objectives: number;
  /** Calls of sources. */
  reads: number;
  /** Minutes recorded. */
  samples: number;
  /** Objectives whose source failed. */
  failing: number;
  /** Objectives that still lack older minutes. */
  behind: number;
}

type AskOldest = (source: string) => Promise<Minute | undefined>;

/**
 * Asks sources for the closed minutes that objectives lack and records them. How far an objective
 * is and what was measured change in one transaction, fenced by its shard's lease: whenever a
 * replica dies, nothing is counted twice, and nothing is lost that the source still has.
 */
export class Sampler {
  private constructor(
    private readonly options: Required<SamplerOptions>,
    private readonly held: Shards,
  ) {}

  static create(options: SamplerOptions): Sampler {
    const full = {
      shards: 8,
      clock: Date.now,
      settleSeconds: 5,
      patienceMinutes: 10,
      catchUpMilliseconds: 25_000,
      leaseMilliseconds: 90_000,
      ...options,
    };
    const held = Shards.create({
      leases: full.leases,
      logger: full.logger,
      name: 'sampler',
      count: full.shards,
      ttl: full.leaseMilliseconds,
    });
    return new Sampler(full, held);
  }

  /** How many shards there are. */
  get shards(): number {
    return this.options.shards;
  }

  /** Samples what this replica's shards lack. To be called about every minute, one call at a time. */
  async tick(signal?: AbortSignal): Promise<Tick> {
    const { database, clock, settleSeconds, shards, catchUpMilliseconds } =
      this.options;
    const leases = await this.held.balance();
    const result: Tick = {
      shards: [...leases.keys()],
      objectives: 0,
      reads: 0,
      samples: 0,
      failing: 0,
      behind: 0,
    };
    const objectives = await readSampledObjectives(
      database,
      result.shards,
      shards,
    );
    result.objectives = objectives.length;
    const to = Math.floor((clock() / 1000 - settleSeconds) / 60);
    const oldest = this.askOldest(signal);
    await this.restartChanged(objectives, to, oldest);
    const tasks = await this.tasksOf(objectives, to, oldest);

    const deadline = performance.now() + catchUpMilliseconds;
    let pending = tasks;
    for (let round = 0; pending.length; round++) {
      // Recent minutes come in the first round, whatever there is to catch up with.
      if (round > 0 && performance.now() > deadline) break;
      const reads = planReads(pending, to);
      if (!reads.length) break;
      const failed = new Set<number>();
      // Side by side, so that nobody waits for another one's source.
      await allOf(
        [...groupBySource(reads).values()].map(async ofSource => {
          for (const read of ofSource) {
            signal?.throwIfAborted();
            result.reads++;
            const done = await this.sample(read, to, signal);
            result.samples += done.samples;
            for (const id of done.failed) failed.add(id);
          }
        }),
      );
      result.failing += failed.size;
      // What is up to date but for a missing last minute waits for the next tick.
      const recent = new Set(
        reads.filter(read => read.to === to).flatMap(read => read.items),
      );
      pending = pending.filter(
        task => !failed.has(task.id) && !recent.has(task),
      );
    }
    result.behind = pending.filter(({ from }) => from < to).length;
    return result;
  }

  /** Gives the shards back, so that another replica need not wait for their time to pass. */
  async close(): Promise<void> {
    await this.held.close();
  }

  private async restartChanged(
    objectives: SampledObjective[],
    to: Minute,
    oldest: AskOldest,
  ): Promise<void> {
    const changed = objectives.filter(
      ({ definitionHash, state }) =>
        state.definitionHash !== undefined &&
        !measuresSame(state.definitionHash, definitionHash),
    );
    const more = await refillable(this.options.ledger, objectives, {
      earliest: sampled => this.earliestOf(sampled, to),
      oldest,
    });
    changed.push(...more);
    const pushed = objectives.filter(
      ({ objective, state }) =>
        objective.indicator.kind === 'push' &&
        state.definitionHash === undefined,
    );
    for (const [shard, members] of byShard([...changed, ...pushed])) {
      const restarted = members.filter(member => changed.includes(member));
      await this.write(shard, async trx => {
        const ids = restarted.map(({ id }) => id);
        await this.options.ledger.restart(ids, { transaction: trx });
        await resetSampling(trx, ids);
        const begun = members.map(({ id, definitionHash, state }) => ({
          id,
          state: restarted.some(member => member.id === id)
            ? { definitionHash }
            : { ...state, definitionHash },
        }));
        await writeSamplingStates(trx, begun);
        for (const member of members) {
          const { definitionHash } = member;
          member.state = restarted.includes(member)
            ? { definitionHash }
            : { ...member.state, definitionHash };
        }
      });
    }
  }

  /** What is to be asked of sources, each objective from the first minute it lacks. */
  private async tasksOf(
    objectives: SampledObjective[],
    to: Minute,
    oldest: AskOldest,
  ): Promise<SamplingTask[]> {
    const { ledger } = this.options;
    const read = objectives.flatMap(sampled => {
      const { indicator } = sampled.objective;
      return indicator.kind === 'push' || indicator.kind === 'composite'
        ? []
        : [{ sampled, indicator }];
    });
    // Asked for up to a time to come: the clock was ahead. What it skipped is asked for now.
    const ahead = read.filter(
      ({ sampled }) => (sampled.state.sampledTo ?? 0) > to,
    );
    const heads = await ledger.totals(
      ahead.map(({ sampled: { id } }) => ({
        objectiveId: id,
        minutes: [forever],
      })),
    );
    const tasks: SamplingTask[] = [];
    for (const { sampled, indicator } of read) {
      const { id, state } = sampled;
      const earliest = this.earliestOf(sampled, to);
      if (earliest === undefined) continue;
      let from = state.sampledTo;
      if (from !== undefined && from > to) from = heads.get(id)?.[0]?.at;
      // One that cannot tell now will fail to answer too, and that is what is shown.
      from ??= await oldest(indicator.source).catch(() => undefined);
      const bounded = Math.min(to, Math.max(from ?? earliest, earliest));
      tasks.push({
        id,
        source: indicator.source,
        from: bounded,
        sampled,
        indicator,
      });
    }
    return tasks;
  }

  /** Asks each source once how far back it goes. */
  private askOldest(signal: AbortSignal | undefined): AskOldest {
    const known = new Map<string, Promise<Minute | undefined>>();
    return async name => {
      let found = known.get(name);
      if (!found) {
        found = Promise.resolve(this.options.sources.get(name)?.oldest(signal));
        known.set(name, found);
      }
      return found;
    };
  }

  /**
   * The first minute that an objective needs. Undefined for a window that has no bounds here; the
   * others are sampled all the same.
   */
  private earliestOf(
    { objective }: SampledObjective,
    to: Minute,
  ): Minute | undefined {
    const most = this.options.ledger.retention.days * 1440;
    try {
      return to - Math.min(lookback(objective, to), most);
    } catch (error) {
      this.options.logger.warn(
        `Cannot sample ${objective.ref}: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }

  private async sample(
    read: PlannedRead<SamplingTask>,
    to: Minute,
    signal: AbortSignal | undefined,
  ): Promise<{ samples: number; failed: number[] }> {
    const { clock, ledger, patienceMinutes, sources } = this.options;
    const source = sources.get(read.source);
    const readings = await readSource(source, {
      items: read.items.map(({ id, indicator }) => ({
        key: String(id),
        indicator,
      })),
      from: read.from,
      to: read.to,
      signal,
    });
    let samples = 0;
    const failed: number[] = [];
    const groups = byShard(read.items.map(task => ({ ...task.sampled, task })));
    for (const [shard, members] of groups) {
      const tasks = members.map(({ task }) => task);
      const done = await this.write(shard, trx =>
        recordReadings(trx, ledger, {
          tasks,
          readings,
          until: read.to,
          gapsBefore: to - patienceMinutes,
          now: Math.floor(clock() / 1000),
        }),
      );
      if (!done) {
        failed.push(...tasks.map(({ id }) => id));
        continue;
      }
      samples += done.samples;
      failed.push(...done.failed);
      for (const task of tasks) {
        const state = done.states.get(task.id);
        if (!state) continue;
        task.sampled.state = state;
        task.from = state.sampledTo ?? task.from;
      }
    }
    return { samples, failed };
  }

  /** Writes for a shard, or gives up when another replica has it. */
  private async write<T>(
    shard: number,
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T | undefined> {
    const lease = await this.held.fresh(shard);
    if (!lease) return undefined;
    try {
      return await this.options.database.transaction(async trx => {
        await lease.assert(trx);
        return work(trx);
      });
    } catch (error) {
      if (!(error instanceof LeaseLostError)) throw error;
      this.options.logger.warn(
        `Shard ${shard} was taken over by another replica; nothing was written`,
      );
      this.held.lose(shard);
      return undefined;
    }
  }
}

/** Waits for all to end before the first failure is passed on: nothing goes on behind the caller's back. */
async function allOf(work: Promise<void>[]): Promise<void> {
  for (const done of await Promise.allSettled(work)) {
    if (done.status === 'rejected') throw done.reason;
  }
}

/** Minutes that an objective needs: its window and a day, for the course of its budget. */
function lookback({ window }: Objective, to: Minute): number {
  const { seconds } = windowBounds(window, to * 60);
  return Math.ceil(seconds / 60) + 1440;
}

function byShard<T extends { shard: number }>(items: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.shard);
    if (group) group.push(item);
    else groups.set(item.shard, [item]);
  }
  return groups;
}
