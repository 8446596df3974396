import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Oncall, OncallTeam } from '@ghostlight/plugin-incidents-common';
import type { OncallSource } from '@ghostlight/plugin-incidents-node';
import type { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { calendarShifts } from './calendarShifts';
import { courseOf } from './course';
import { countNotified } from './database/countNotified';
import { listSchedules, readSchedules } from './database/scheduleRows';
import { deciding, describeOncall } from './describeOncall';
import { describeTeam } from './describeTeam';
import { foldTeams } from './foldTeams';
import type { OncallReach } from './OncallReach';
import { ownerChain, type OwnerGraph } from './ownerChain';
import { PeopleFinder } from './PeopleFinder';
import { renderCalendar } from './renderCalendar';
import { ScheduleKeeper } from './ScheduleKeeper';
import { levelsOf, titleOf } from './visiblePeople';

export interface OncallDirectoryOptions {
  db: Knex;
  graph: OwnerGraph;
  /** By name. May grow until the plugin has started. */
  sources: ReadonlyMap<string, OncallSource>;
  leases: Pick<Leases, 'withLease'>;
  logger: LoggerService;
  now: () => number;
  /** Both together let people be found by e-mail and account. */
  catalog?: CatalogService;
  auth?: AuthService;
  /** Milliseconds a source has to answer in the background. 20,000 by default. */
  patienceMs?: number;
  /** Milliseconds a page waits for a source that was never asked. 2,000 by default. */
  firstPatienceMs?: number;
}

/** Who is asking, as far as it matters here. */
export interface OncallViewer {
  /** Whether the caller may see names (`incidents.oncall.people.read`). */
  showPeople: boolean;
}

const day = 86_400_000;
const longestSpan = 92 * day;
const mostTeams = 1000;

/** Who owns what, and who is on call for it; from what sources said last, so that no page waits. */
export class OncallDirectory implements OncallReach {
  private constructor(
    private readonly options: OncallDirectoryOptions,
    private readonly keeper: ScheduleKeeper,
  ) {}

  static create(options: OncallDirectoryOptions): OncallDirectory {
    const keeper = ScheduleKeeper.create({
      patienceMs: 20_000,
      firstPatienceMs: 2_000,
      ...options,
      people: PeopleFinder.create(options),
    });
    return new OncallDirectory(options, keeper);
  }

  /** Asks the sources again for what is due; one replica does. To be called every minute. */
  async refresh(signal?: AbortSignal): Promise<void> {
    await this.keeper.refresh(signal);
  }

  /**
   * @param entityRef - full; of a group or user it is their own rotation, or a parent's
   * @throws InputError when it is no entity ref
   */
  async of(
    entityRef: string,
    request: OncallViewer & { at?: number },
  ): Promise<Oncall> {
    const { graph, sources } = this.options;
    const ref = fullRef(entityRef);
    const { owners, known } = await this.chain(ref);
    return describeOncall({
      entityRef: ref,
      owners,
      known,
      sources,
      graph,
      showPeople: request.showPeople,
      at: request.at ?? this.options.now(),
    });
  }

  async reach(request: { ownerRef: string; level: number; at: number }) {
    const { level, at } = request;
    const { known } = await this.chain(fullRef(request.ownerRef));
    const schedule = deciding(known)?.schedule;
    if (!schedule) return { people: [], levels: 0 };
    const levels = levelsOf(schedule);
    // Levels are counted from 1 here, whatever numbers the source has.
    const asked = levels[level - 1];
    const shifts = schedule.shifts.filter(s => s.level === asked?.level);
    const [stretch] = courseOf(shifts, at, at + 1);
    const minutes = asked?.escalatesAfterMinutes;
    return {
      people: stretch.people,
      levels: levels.length,
      ...(minutes &&
        level < levels.length && { escalatesAfterMs: minutes * 60_000 }),
    };
  }

  /**
   * All rotations over a span, two weeks from now by default.
   *
   * @throws InputError when the span is longer than 92 days or ends before it begins
   */
  async teams(
    request: OncallViewer & { from?: number; to?: number },
  ): Promise<{ items: OncallTeam[]; asOf: string }> {
    const { db, graph, now, sources } = this.options;
    const from = request.from ?? now();
    const to = request.to ?? from + 14 * day;
    if (!(from < to) || to - from > longestSpan)
      throw new InputError(
        'The span must end after it begins and last 92 days at most',
      );
    const [rows, told] = await Promise.all([
      listSchedules(db, mostTeams),
      countNotified(db, from, to),
    ]);
    const { showPeople } = request;
    const items = foldTeams(
      rows.filter(({ source }) => sources.has(source)),
      graph,
    ).map(team =>
      describeTeam({ ...team, sources, graph, showPeople, from, to, told }),
    );
    return { items, asOf: new Date(now()).toISOString() };
  }

  /**
   * The shifts of a group, entity or person that are known, as iCalendar.
   *
   * @param owner - full entity ref
   * @throws InputError when it is no entity ref, NotFoundError when there are no shifts,
   * NotAllowedError for a person's shifts when people are hidden from the caller
   */
  async calendar(owner: string, viewer: OncallViewer): Promise<string> {
    const { db, graph, now, sources } = this.options;
    const ref = fullRef(owner);
    const isPerson = parseEntityRef(ref).kind === 'user';
    if (isPerson && !viewer.showPeople)
      throw new NotAllowedError(
        'You do not have the permission incidents.oncall.people.read, which the calendar of a person needs',
      );
    const rows = isPerson
      ? await listSchedules(db, mostTeams)
      : await readSchedules(db, [ref]);
    const shifts = calendarShifts({
      rows: rows.filter(({ source }) => sources.has(source)),
      graph,
      showPeople: viewer.showPeople,
      ...(isPerson && { userRef: ref }),
    });
    if (!shifts.length)
      throw new NotFoundError(`No on-call shifts of ${ref} are known`);
    const asOf = Math.max(...rows.map(({ fetchedAt }) => fetchedAt ?? 0));
    return renderCalendar({
      name: `On call: ${titleOf(graph, ref)}`,
      shifts,
      asOf: asOf || now(),
    });
  }

  /** The owners of something, and what is known of it and them in the order in which they decide. */
  private async chain(ref: string) {
    const owners = ownerChain(this.options.graph, ref);
    const asked = [...new Set([ref, ...owners.map(owner => owner.ref)])];
    return { owners, known: await this.keeper.lookup(asked) };
  }
}

function fullRef(text: string): string {
  try {
    const ref = parseEntityRef(text);
    if (!text.includes(':') || !text.includes('/')) throw new Error();
    return stringifyEntityRef(ref);
  } catch {
    throw new InputError(
      'An entity ref is kind:namespace/name, such as group:default/payments',
    );
  }
}
