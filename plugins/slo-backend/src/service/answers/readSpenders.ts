import {
  badOf,
  budgetOf,
  windowBounds,
  type Spenders,
} from '@ghostlight/plugin-slo-common';
import { readVersions } from '../../changes';
import { LedgerView, readMeasured } from '../../verdicts';
import type { ObjectiveRow } from '../database/objectiveRows';
import type { ServiceContext } from '../ServiceContext';

/** Under this many minutes nobody is named. */
const least = 0.01;
/** Versions that are named; the others are summed up. */
const mostNamed = 10;

/**
 * Who spent the budget of the window that ends now: each version what was spent while it ran, in minutes
 * of the budget, so that all of them and what was before the first make up what is gone.
 *
 * @returns undefined while nothing is known to have been put out, or nothing was measured
 */
export async function readSpenders(
  { db, ledger, now }: ServiceContext,
  row: ObjectiveRow,
): Promise<Spenders | undefined> {
  const bounds = windowBounds(row.objective.window, now());
  const versions = await readVersions(db, row.entityRef, bounds.start);
  if (!versions.length) return undefined;
  const measured = (await readMeasured(db, [row])).get(row.id);
  if (!measured) return undefined;
  const [first, end] = [Math.floor(bounds.start / 60), Math.floor(now() / 60)];
  const spans = versions.map(({ version, changeId, from, to }) => ({
    version,
    changeId,
    from: Math.floor(from / 60),
    to: to === undefined ? end : Math.floor(to / 60),
  }));
  const view = LedgerView.create(ledger);
  view.want(measured, [
    first,
    end,
    ...spans.flatMap(({ from, to }) => [from, to]),
  ]);
  await view.load();
  const whole = view.sums(measured, first, end);
  const budget = budgetOf({ objective: row.objective, sums: whole, bounds });
  const { allowedEvents, allowedMinutes } = budget;
  if (!(whole.total > 0 && allowedEvents > 0)) return undefined;
  const minutesOf = (sums: Parameters<typeof badOf>[0]) =>
    (badOf(sums) / allowedEvents) * allowedMinutes;

  const byVersion = new Map<string, Spenders['versions'][number]>();
  for (const { version, changeId, from, to } of spans) {
    const minutes = minutesOf(view.sums(measured, from, to));
    const known = byVersion.get(version);
    byVersion.set(version, {
      version,
      changeId,
      minutes: minutes + (known?.minutes ?? 0),
    });
  }
  const all = [...byVersion.values()].sort((a, b) => b.minutes - a.minutes);
  const named = all.slice(0, mostNamed).filter(one => one.minutes >= least);
  const total = minutesOf(whole);
  const attributed = named.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    versions: named,
    unattributed: Math.max(0, total - attributed),
    total,
  };
}
