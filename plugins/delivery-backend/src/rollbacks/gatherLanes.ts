import type { Entity } from '@backstage/catalog-model';
import type { PlanLane } from '@ghostlight/plugin-delivery-common';
import type {
  Driver,
  DriverPlan,
  Revision,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import { inTime, say } from '@ghostlight/reliability-node';
import { asking } from '../asking';
import type { Found } from './findTargets';

/** Milliseconds that a platform gets to answer while somebody waits. */
const patience = 15_000;

/** A lane as the driver plans it; what a rollback of it is done from. */
export interface PlannedLane {
  driver: string;
  target: TargetRef;
  plan: DriverPlan;
}

/**
 * All ways to get to a version: those of the driver of the target, and those of others that run the
 * same entity there and know the same version. One that cannot be planned, or whose driver cannot be
 * asked, is shown with why.
 */
export async function gatherLanes(options: {
  entity: Entity;
  chosen: Found;
  others: Found[];
  failed: { driver: Driver; why: string }[];
  to: Revision;
}): Promise<{ lanes: PlanLane[]; planned: Record<string, PlannedLane> }> {
  const { entity, chosen, others, failed, to } = options;
  const planWith = async (
    { driver, target }: Found,
    toRevision: string,
    signal: AbortSignal,
  ): Promise<PlannedLane[]> => {
    const plans = await driver.plan({ entity, target, toRevision, signal });
    return plans.map(plan => ({ driver: driver.id, target, plan }));
  };
  const missing = failed.map(({ driver, why }) => unavailable(driver, why));
  const [own, ...theirs] = await Promise.all([
    asking(chosen.driver, patience, signal => planWith(chosen, to.id, signal)),
    ...others.map(async other => {
      const { driver, target } = other;
      try {
        return await inTime(patience, async signal => {
          const revisions = await driver.revisions(target, signal);
          const same = revisions.find(revision => isSame(revision, to));
          if (same) return planWith(other, same.id, signal);
          throw new Error(`does not know ${to.version} (any more)`);
        });
      } catch (error) {
        missing.push(unavailable(driver, (error as Error).message));
        return [];
      }
    }),
  ]);
  const all = [...own, ...theirs.flat()];
  const recommended = recommend(all);
  const planned: Record<string, PlannedLane> = {};
  const lanes = all.map(lane => {
    const { plan } = lane;
    const id = freeId(planned, lane);
    planned[id] = lane;
    return {
      id,
      title: plan.lane.title,
      ...(plan.lane.titleSaid && { titleSaid: plan.lane.titleSaid }),
      lasts: plan.lane.lasts,
      said: plan.lane.said,
      available: plan.refusals.length === 0,
      ...(plan.refusals.length && { unavailable: plan.refusals[0] }),
      recommended: lane === recommended,
      steps: plan.steps.map(step => ({
        id: step.id,
        title: step.title,
        ...(step.titleSaid && { titleSaid: step.titleSaid }),
        reversible: step.reversible,
      })),
    };
  });
  return { lanes: [...lanes, ...missing], planned };
}

/** Two drivers may call their lanes the same. */
function freeId(
  taken: Record<string, PlannedLane>,
  { driver, plan }: PlannedLane,
): string {
  const { id } = plan.lane;
  return (Object.hasOwn(taken, id) ? `${driver}:${id}` : id).slice(0, 60);
}

/** One that can be done now comes before one that lasts, since users are waiting. */
function recommend(all: PlannedLane[]): PlannedLane | undefined {
  const available = all.filter(({ plan }) => plan.refusals.length === 0);
  return (
    available.find(
      ({ plan }) => plan.lane.lasts && plan.lane.id !== 'revert-pull-request',
    ) ??
    available.find(({ plan }) => plan.lane.id !== 'revert-pull-request') ??
    available[0]
  );
}

function isSame(one: Revision, other: Revision): boolean {
  return (
    one.version === other.version ||
    (one.commit !== undefined && one.commit === other.commit)
  );
}

function unavailable(driver: Driver, why: string): PlanLane {
  return {
    id: driver.id,
    title: driver.title,
    lasts: false,
    said: say('lane.unavailable', `${driver.title} cannot do it now.`, {
      driver: driver.title,
    }),
    available: false,
    unavailable: say('lane.why', `${driver.title}: ${why}`, {
      driver: driver.title,
      why,
    }),
    recommended: false,
    steps: [],
  };
}
