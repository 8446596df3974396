import type { LoggerService } from '@backstage/backend-plugin-api';
import type { OncallSource } from '@ghostlight/plugin-incidents-node';
import type { Lease, Leases } from '@ghostlight/reliability-node';
import { bulkhead } from 'cockatiel';
import type { Knex } from 'knex';
import { askSource, messageOf } from './askSource';
import { annotatedOf, Discovery } from './Discovery';
import { readAsked } from './database/readAsked';
import { readSchedules } from './database/scheduleRows';
import { forgetSchedules, writeSchedules } from './database/writeSchedules';
import type { OwnerGraph } from './ownerChain';
import type { PeopleFinder } from './PeopleFinder';
import type { KnownSchedule } from './StoredSchedule';

export interface ScheduleKeeperOptions {
  db: Knex;
  graph: OwnerGraph;
  leases: Pick<Leases, 'withLease'>;
  logger: LoggerService;
  now: () => number;
  people: PeopleFinder;
  sources: ReadonlyMap<string, OncallSource>;
  /** Milliseconds a source has to answer in the background. */
  patienceMs: number;
  /** Milliseconds a page waits for a source that was never asked. */
  firstPatienceMs: number;
}

const minute = 60_000;
const leaseMs = 30_000;
const questionsAtOnce = 4;
const answersInOneWrite = 50;

/** Keeps what on-call sources say, so that nobody waits for them. */
export class ScheduleKeeper {
  private readonly discovery: Discovery;
  /** Questions under way, so that many pages ask once. */
  private readonly asking = new Map<string, Promise<KnownSchedule>>();

  private constructor(private readonly options: ScheduleKeeperOptions) {
    this.discovery = Discovery.create(options);
  }

  static create(options: ScheduleKeeperOptions): ScheduleKeeper {
    return new ScheduleKeeper(options);
  }

  /**
   * What is known of these owners, best source first for each, in the order of `refs`. A source
   * that should know an owner and was never asked is asked now, and not waited for long.
   */
  async lookup(refs: readonly string[]): Promise<KnownSchedule[]> {
    const { db, sources } = this.options;
    if (!sources.size) return [];
    const rows = new Map(
      (await readSchedules(db, refs)).map(row => [
        keyOf(row.source, row.ownerRef),
        row,
      ]),
    );
    const own = await this.ownersBySource();
    const known = await Promise.all(
      refs.flatMap(ref =>
        [...sources.values()].map(async source => {
          const row = rows.get(keyOf(source.name, ref));
          const annotated = annotatedOf(this.options.graph, source, ref);
          // A source that cannot say whose rotations it has keeps those it had.
          const owners = own.get(source.name);
          const expected = annotated || (owners ? owners.has(ref) : row);
          const moved =
            JSON.stringify(row?.annotated) !== JSON.stringify(annotated);
          if (!expected) return undefined;
          if (row && (!moved || !owners)) return row;
          return this.askFirst(source, ref, annotated);
        }),
      ),
    );
    return known.filter(row => row !== undefined);
  }

  /** Asks again what is due, on one replica. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { leases, logger, sources } = this.options;
    await leases.withLease(
      'incidents-oncall',
      { ttl: leaseMs, signal },
      async (lease, stop) => {
        // Side by side: none waits for another that is slow.
        await Promise.all(
          [...sources.values()].map(async source => {
            try {
              await this.refreshSource(source, lease, stop);
            } catch (error) {
              stop.throwIfAborted();
              logger.warn(
                `Cannot refresh on-call source '${source.name}'`,
                error as Error,
              );
            }
          }),
        );
      },
    );
  }

  private async refreshSource(
    source: OncallSource,
    lease: Lease,
    signal: AbortSignal,
  ): Promise<void> {
    const { db, now } = this.options;
    const asked = await readAsked(db, source.name);
    const annotated = this.discovery.annotated(source);
    let owners: string[];
    try {
      owners = await source.owners(signal);
    } catch (error) {
      signal.throwIfAborted();
      const triedAt = now();
      const message = messageOf(error);
      const answers = [...asked].map(([ownerRef, row]) => ({
        source: source.name,
        ownerRef,
        ...(row.annotated !== null && { annotated: JSON.parse(row.annotated) }),
        triedAt,
        error: message,
      }));
      await this.keep(answers, lease);
      throw error;
    }
    const wanted = new Set([...owners, ...annotated.keys()]);
    const due = [...wanted].filter(ref => {
      const row = asked.get(ref);
      const says = annotated.get(ref);
      if (!row || row.annotated !== (says ? JSON.stringify(says) : null))
        return true;
      const every = source.refreshMs ?? minute;
      // A second less, so that a tick a little early does not make it wait for the next.
      const wait = (row.failed ? Math.min(minute, every) : every) - 1000;
      return row.triedAt <= now() - wait;
    });
    for (let at = 0; at < due.length; at += answersInOneWrite) {
      const limit = bulkhead(questionsAtOnce, Infinity);
      const answers = await Promise.all(
        due
          .slice(at, at + answersInOneWrite)
          .map(ref =>
            limit.execute(() =>
              this.ask(source, ref, annotated.get(ref), signal),
            ),
          ),
      );
      signal.throwIfAborted();
      await this.keep(await this.named(answers), lease);
    }
    // Who was asked for by hand since the catalog was looked through stays until it is again.
    const gone = [...asked.entries()]
      .filter(
        ([ref, row]) => !wanted.has(ref) && row.triedAt <= now() - 15 * minute,
      )
      .map(([ref]) => ref);
    if (gone.length)
      await db.transaction(async trx => {
        await lease.assert(trx);
        await forgetSchedules(trx, source.name, gone);
      });
  }

  private ask(
    source: OncallSource,
    ownerRef: string,
    annotated: KnownSchedule['annotated'],
    signal?: AbortSignal,
  ): Promise<KnownSchedule> {
    const { now, patienceMs } = this.options;
    return askSource({
      source,
      ownerRef,
      annotated,
      timeoutMs: patienceMs,
      now,
      signal,
    });
  }

  private async askFirst(
    source: OncallSource,
    ownerRef: string,
    annotated: KnownSchedule['annotated'],
  ): Promise<KnownSchedule> {
    const { db, now, firstPatienceMs } = this.options;
    const key = keyOf(source.name, ownerRef);
    const running =
      this.asking.get(key) ??
      (async () => {
        // Another may have kept an answer since the caller looked.
        const known = (await readSchedules(db, [ownerRef])).find(
          row =>
            row.source === source.name &&
            JSON.stringify(row.annotated) === JSON.stringify(annotated),
        );
        if (known) return known;
        const answer = await askSource({
          source,
          ownerRef,
          annotated,
          timeoutMs: firstPatienceMs,
          now,
        });
        const [kept] = await this.named([answer]);
        await this.keep([kept]);
        return kept;
      })().finally(() => this.asking.delete(key));
    this.asking.set(key, running);
    return running;
  }

  /** The answers with the catalog's users in them. */
  private async named(answers: KnownSchedule[]): Promise<KnownSchedule[]> {
    const people = answers.flatMap(
      ({ schedule }) => schedule?.shifts.flatMap(shift => shift.people) ?? [],
    );
    const known = await this.options.people.find(people);
    return answers.map(answer => {
      const { schedule } = answer;
      if (!schedule) return answer;
      const shifts = schedule.shifts.map(shift => ({
        ...shift,
        people: shift.people.map(known),
      }));
      return { ...answer, schedule: { ...schedule, shifts } };
    });
  }

  /** A failure keeps what was known, unless the owner points at another rotation since. */
  private async keep(answers: KnownSchedule[], lease?: Lease): Promise<void> {
    const { db, logger } = this.options;
    await db.transaction(async trx => {
      await lease?.assert(trx);
      const failed = answers.filter(({ error }) => error !== undefined);
      const before = new Map(
        failed.length
          ? (
              await readSchedules(
                trx,
                failed.map(({ ownerRef }) => ownerRef),
              )
            ).map(row => [keyOf(row.source, row.ownerRef), row])
          : [],
      );
      await writeSchedules(
        trx,
        answers.map(answer => {
          if (answer.error === undefined) return answer;
          const row = before.get(keyOf(answer.source, answer.ownerRef));
          if (!row?.error)
            logger.warn(
              `On-call source '${answer.source}' does not answer for ${answer.ownerRef}: ${answer.error}`,
            );
          const same =
            JSON.stringify(row?.annotated) === JSON.stringify(answer.annotated);
          if (!row || !same) return answer;
          const { schedule, fetchedAt } = row;
          return { ...answer, schedule, fetchedAt };
        }),
      );
    });
  }

  private async ownersBySource(): Promise<
    Map<string, Set<string> | undefined>
  > {
    const { firstPatienceMs, sources } = this.options;
    return new Map(
      await Promise.all(
        [...sources.values()].map(async source => {
          try {
            const owners = await source.owners(
              AbortSignal.timeout(firstPatienceMs),
            );
            return [source.name, new Set(owners)] as const;
          } catch {
            return [source.name, undefined] as const;
          }
        }),
      ),
    );
  }
}

function keyOf(source: string, ownerRef: string): string {
  return `${source} ${ownerRef}`;
}
