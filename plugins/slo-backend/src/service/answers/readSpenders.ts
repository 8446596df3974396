import {
  badOf,
  budgetOf,
  windowBounds,
  type Spenders,
} from '@ghostlight/plugin-slo-common';
import {
  attributeMinutes,
  readVersions,
  type Claim,
  type IncidentSpan,
  type RunningVersion,
} from '../../changes';
import { LedgerView, readMeasured } from '../../verdicts';
import type { ObjectiveRow } from '../database/objectiveRows';
import type { ServiceContext } from '../ServiceContext';

/** Under this many minutes nobody is named. */
const least = 0.01;
/** Versions and incidents that are named, each; the others are summed up. */
const mostNamed = 10;

const incidentPrefix = 'incident ';
const versionPrefix = 'version ';

/**
 * Who spent the budget of the window that ends now, in minutes of the budget, each minute once: an incident
 * that began with no deployment what was spent while it lasted, a version what else was spent while it ran.
 * All of them and what nothing explains make up what is gone.
 *
 * @param environment - whose deployments count, where the objective names one
 * @returns undefined while no deployment and no incident is known, or nothing was measured
 */
export async function readSpenders(
  { db, ledger, now, incidents }: ServiceContext,
  row: ObjectiveRow,
  environment: string | undefined,
): Promise<Spenders | undefined> {
  const bounds = windowBounds(row.objective.window, now());
  const [versions, spans] = await Promise.all([
    readVersions(db, row.entityRef, bounds.start, environment),
    incidents.since(row.entityRef, bounds.start),
  ]);
  if (!versions.length && !spans.length) return undefined;
  const measured = (await readMeasured(db, [row])).get(row.id);
  if (!measured) return undefined;
  const [first, end] = [Math.floor(bounds.start / 60), Math.floor(now() / 60)];
  const shares = attributeMinutes(claimsOf(versions, spans, end), {
    from: first,
    to: end,
  });
  const view = LedgerView.create(ledger);
  view.want(measured, [
    first,
    end,
    ...shares.flatMap(({ from, to }) => [from, to]),
  ]);
  await view.load();
  const whole = view.sums(measured, first, end);
  const budget = budgetOf({ objective: row.objective, sums: whole, bounds });
  const { allowedEvents, allowedMinutes } = budget;
  if (!(whole.total > 0 && allowedEvents > 0)) return undefined;
  const minutesOf = (sums: Parameters<typeof badOf>[0]) =>
    (badOf(sums) / allowedEvents) * allowedMinutes;

  const spent = new Map<string, number>();
  for (const { id, from, to } of shares)
    spent.set(
      id,
      (spent.get(id) ?? 0) + minutesOf(view.sums(measured, from, to)),
    );
  const ofVersions = worst(spent, versionPrefix);
  const ofIncidents = worst(spent, incidentPrefix);
  const total = minutesOf(whole);
  const attributed = [...ofVersions, ...ofIncidents].reduce(
    (sum, { minutes }) => sum + minutes,
    0,
  );
  return {
    versions: ofVersions.map(({ id: version, minutes }) => ({
      version,
      minutes,
      // The last time that it was put out.
      changeId: versions.findLast(one => one.version === version)!.changeId,
    })),
    incidents: ofIncidents,
    unattributed: Math.max(0, total - attributed),
    total,
  };
}

/** Those with the better right first. */
function claimsOf(
  versions: readonly RunningVersion[],
  spans: readonly IncidentSpan[],
  end: number,
): Claim[] {
  const deployed = new Set(versions.map(({ changeId }) => changeId));
  const isExplained = ({ changeId }: IncidentSpan) =>
    changeId !== undefined && deployed.has(changeId);
  const minuteOf = (at: number | undefined) =>
    at === undefined ? end : Math.floor(at / 60);
  return [
    ...spans
      .filter(span => !isExplained(span))
      .map(({ id, from, to }) => ({
        id: `${incidentPrefix}${id}`,
        from: minuteOf(from),
        to: minuteOf(to),
      })),
    ...versions.map(({ version, from, to }) => ({
      id: `${versionPrefix}${version}`,
      from: minuteOf(from),
      to: minuteOf(to),
    })),
    ...spans.filter(isExplained).map(({ id, from, to }) => ({
      id: `${incidentPrefix}${id}`,
      from: minuteOf(from),
      to: minuteOf(to),
    })),
  ];
}

function worst(
  spent: ReadonlyMap<string, number>,
  prefix: string,
): { id: string; minutes: number }[] {
  return [...spent]
    .filter(([id, minutes]) => id.startsWith(prefix) && minutes >= least)
    .map(([id, minutes]) => ({ id: id.slice(prefix.length), minutes }))
    .sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1))
    .slice(0, mostNamed);
}
