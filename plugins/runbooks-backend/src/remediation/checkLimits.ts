import type {
  ExecutionPlan,
  LimitCheck,
  PolicySpec,
} from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { everything, readSwitches } from '../switches';
import { underWay, type AttemptRow } from './AttemptRow';
import { check, judgeLimits } from './judgeLimits';
import { reachOf, readActs } from './readActs';

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
  const acts = await readActs(db, { id: candidate.id, since: now - hour });
  const off = [everything, policyRef].find(scope => !switches.get(scope)!.on);
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
    ...judgeLimits(limits, {
      tries,
      ofPolicy,
      ofAll,
      busy,
      ...(lastAtTarget.length && {
        sinceLast: now - Number(lastAtTarget[0].acted_at),
      }),
      entities: Math.max(
        0,
        ...plan.steps.map(step => step.plan?.blastRadius.entities.length ?? 0),
      ),
      healthy: Math.min(
        1,
        ...plan.steps.map(
          step =>
            step.plan?.healthyShare ?? 1 - (step.plan?.blastRadius.share ?? 0),
        ),
      ),
      recentIncidents: candidate.recentIncidents ?? 0,
      end: { ...candidate, entities: reachOf(candidate.entityRef, plan) },
      acts,
    }),
  ];
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
