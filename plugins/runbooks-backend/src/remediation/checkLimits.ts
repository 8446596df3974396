import type {
  ExecutionPlan,
  LimitCheck,
  PolicySpec,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { everything, readSwitches } from '../switches';
import { underWay, type AttemptRow } from './AttemptRow';
import { checkLoops, reachOf } from './checkLoops';

const hour = 3600_000;

/** An attempt as limits look at it. */
export interface Candidate {
  /** Its own row, which does not count against it. */
  id?: string;
  policyRef: string;
  symptom: string;
  /** Epoch milliseconds: when the symptom began. */
  since: number;
  entityRef: string;
  incidentId?: string;
  target: string;
  plan: ExecutionPlan;
  /** Incidents that began lately, when that is known. */
  recentIncidents?: number;
}

/**
 * The limits of a policy, each with whether it allows the attempt. Asked when something is proposed and
 * again, in the transaction that begins it, when it is done.
 */
export async function checkLimits(
  db: Knex,
  { limits }: PolicySpec,
  candidate: Candidate,
  now: number,
): Promise<LimitCheck[]> {
  const { policyRef, target, plan } = candidate;
  const others = () =>
    db<AttemptRow>('attempts').whereNot({ id: candidate.id ?? '' });
  const acted = (since: number) => others().where('acted_at', '>', since);
  const switches = await readSwitches(db, [everything, policyRef]);
  // One after the other: inside a transaction there is one connection.
  const ofPolicy = await count(
    acted(now - hour).where({ policy_ref: policyRef }),
  );
  const ofAll = await count(acted(now - hour));
  const busy = await count(
    others().where({ policy_ref: policyRef }).whereIn('state', underWay),
  );
  const coolDown = limits.coolDownSeconds * 1000;
  const lastAtTarget: AttemptRow[] = await acted(now - coolDown)
    .where({ target })
    .orderBy('acted_at', 'desc')
    .limit(1);
  const tries = await countTries(
    db,
    candidate,
    now - limits.perTarget.withinSeconds * 1000,
  );
  const loops = await checkLoops(
    db,
    {
      ...candidate,
      entities: reachOf(candidate.entityRef, plan),
    },
    now,
  );
  const off = [everything, policyRef].find(scope => !switches.get(scope)!.on);
  const coolsUntil = lastAtTarget.length
    ? Number(lastAtTarget[0].acted_at) + coolDown
    : 0;
  const wait = Math.max(0, Math.ceil((coolsUntil - now) / 1000));
  const entities = Math.max(
    0,
    ...plan.steps.map(step => step.plan?.blastRadius.entities.length ?? 0),
  );
  const healthy = Math.min(
    1,
    ...plan.steps.map(
      step =>
        step.plan?.healthyShare ?? 1 - (step.plan?.blastRadius.share ?? 0),
    ),
  );
  const { recentIncidents = 0 } = candidate;
  return [
    check(
      'switch',
      off === undefined,
      off === undefined ? 'on' : off,
      'on',
      off === undefined
        ? 'Nobody has switched it off'
        : `Switched off: ${switches.get(off)!.reason}`,
    ),
    numeric(
      'per-target',
      tries,
      limits.perTarget.attempts,
      'tries at this target without a recovery',
    ),
    numeric(
      'per-hour',
      ofPolicy,
      limits.perHour,
      'acts of this policy in an hour',
    ),
    numeric(
      'organisation',
      ofAll,
      limits.perHourOrganisation,
      'acts of all policies in an hour',
    ),
    numeric('concurrency', busy, limits.concurrency, 'at once'),
    check(
      'cool-down',
      wait === 0,
      wait,
      0,
      wait === 0
        ? 'Nothing was done to this target lately'
        : `This target was acted on lately; ${wait} s more`,
    ),
    check(
      'blast-radius',
      entities <= limits.blastRadius,
      entities,
      limits.blastRadius,
      `Touches ${entities} entities, ${limits.blastRadius} allowed`,
    ),
    check(
      'healthy',
      healthy >= limits.minimumHealthy,
      Math.round(healthy * 100),
      Math.round(limits.minimumHealthy * 100),
      `${Math.round(healthy * 100)} % of the instances stay, ${Math.round(
        limits.minimumHealthy * 100,
      )} % needed`,
    ),
    check(
      'storm',
      recentIncidents <= limits.storm.incidents,
      recentIncidents,
      limits.storm.incidents,
      `${recentIncidents} incidents began lately, ${limits.storm.incidents} allowed`,
    ),
    ...loops,
  ];
}

/** A number that this one would add one to. */
function numeric(
  limit: string,
  have: number,
  most: number,
  what: string,
): LimitCheck {
  return check(limit, have < most, have, most, `${have} of ${most} ${what}`);
}

function check(
  limit: string,
  holds: boolean,
  have: number | string,
  most: number | string,
  text: string,
): LimitCheck {
  return { limit, holds, said: say(`limit.${limit}`, text, { have, most }) };
}

/** Tries at a target against a symptom since its last verified recovery. */
async function countTries(
  db: Knex,
  { id = '', symptom, target }: Candidate,
  since: number,
): Promise<number> {
  const [recovered] = await db<AttemptRow>('attempts')
    .where({ symptom, target, state: 'verified' })
    .orderBy('seq', 'desc')
    .limit(1)
    .pluck('seq');
  const query = db<AttemptRow>('attempts')
    .where({ symptom, target })
    .whereNot({ id })
    .where('acted_at', '>', since);
  if (recovered !== undefined) query.where('seq', '>', recovered);
  return count(query);
}

async function count(query: Knex.QueryBuilder): Promise<number> {
  const [{ n }] = await query.count({ n: '*' });
  return Number(n);
}
