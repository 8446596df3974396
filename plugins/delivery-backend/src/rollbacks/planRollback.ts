import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  PlanRequest,
  RollbackPlan,
  Sentence,
} from '@ghostlight/plugin-delivery-common';
import type { DriverPlan } from '@ghostlight/plugin-delivery-node';
import { readEntityRef, say } from '@ghostlight/reliability-node';
import { randomUUID } from 'node:crypto';
import { asking } from '../asking';
import { approvalNeeded } from './ApprovalPolicy';
import {
  chooseRevision,
  describeRevision,
  describeRevisions,
} from './chooseRevision';
import { chooseTarget, findTargets } from './findTargets';
import { gatherLanes } from './gatherLanes';
import { insertPlan } from './plans';
import { readHistory } from './readHistory';
import type { RollbackContext } from './RollbackContext';

/** Milliseconds for which a plan can be applied; after that the world may have moved. */
const planLife = 15 * 60_000;

/** Milliseconds that a platform gets to answer while somebody waits. */
const patience = 15_000;

const production = 'production';

/** A plan as the service answers it; who may apply it the authorising decorator says. */
export type BarePlan = Omit<RollbackPlan, 'may'>;

/**
 * Says what a rollback would do, without doing anything: pinned versions, what differs, what does not
 * come back, who would undo it, the gate, the ways to do it.
 *
 * @throws NotFoundError when the entity, what runs it or the version is not known
 */
export async function planRollback(
  context: RollbackContext,
  request: PlanRequest,
  asker: { credentials: BackstageCredentials; name: string },
): Promise<BarePlan> {
  const { db, now, drivers } = context;
  const entityRef = readEntityRef('entityRef', request.entityRef, 'component');
  const environment = request.environment ?? production;
  const entity = context.entityOf(entityRef);
  if (!entity)
    throw new NotFoundError(`The catalog does not know '${entityRef}'`);
  const all = await findTargets(drivers.values(), entity);
  const chosen = chooseTarget(all, environment, request.target);
  const { driver, target } = chosen;
  const [revisions, history] = await Promise.all([
    asking(driver, patience, signal => driver.revisions(target, signal)),
    readHistory(db, entityRef, environment, now()),
  ]);
  const { from, to } = chooseRevision(revisions, history, request);
  const [{ lanes, planned }, gate, onCall, incidentIds] = await Promise.all([
    gatherLanes({
      entity,
      chosen,
      others: all.found.filter(
        other =>
          other.driver !== driver && other.target.environment === environment,
      ),
      failed: all.failed,
      to,
    }),
    context.gate({
      entityRef,
      environment,
      version: to.version,
      purpose: 'rollback',
      credentials: asker.credentials,
    }),
    context.onCall(entityRef),
    context.openIncidents(entityRef),
  ]);
  const first: Partial<DriverPlan> = Object.values(planned)[0]?.plan ?? {};
  const needed = approvalNeeded(context.approval, entity, environment);
  const at = now();
  const plan: BarePlan = {
    id: randomUUID(),
    entityRef,
    environment,
    target: { driver: target.driver, ref: target.ref, title: target.title },
    from: describeRevision(from, history),
    to: describeRevision(to, history),
    candidates: describeRevisions(revisions, history),
    values: first.values ?? [],
    ...(first.diff !== undefined && { diff: first.diff }),
    oneWay: first.oneWay ?? [],
    undoers: first.undoers ?? [],
    gate,
    lanes,
    approval: {
      needed: needed !== undefined,
      ...(needed && { why: whyNeeded(needed) }),
      approvers: ownersOf(entity),
      onCall,
    },
    refusals: first.refusals ?? [
      say('plan.no-way', `${driver.title} knows no way to ${to.version}.`, {
        driver: driver.title,
        version: to.version,
      }),
    ],
    incidentIds: [
      ...new Set([
        ...(request.incidentId ? [request.incidentId] : []),
        ...incidentIds,
      ]),
    ],
    verification: whatIsVerified(context),
    asOf: new Date(at).toISOString(),
    expiresAt: new Date(at + planLife).toISOString(),
  };
  await insertPlan(db, plan, planned, asker.name);
  return plan;
}

export function ownersOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}

function whyNeeded(rule: { environment?: string; tier?: string }): Sentence {
  const what = [
    ...(rule.tier ? [`tier ${rule.tier}`] : []),
    ...(rule.environment ? [rule.environment] : []),
  ].join(', ');
  return say('approval.needed', `A second person has to agree: ${what}.`, {
    what,
  });
}

function whatIsVerified({
  verification,
  metricSources,
}: RollbackContext): Sentence[] {
  const minutes = Math.round(verification.window / 60_000);
  const rolledOut = say(
    'verify.rolled-out',
    'The platform says that the version is rolled out and healthy.',
  );
  if (!metricSources.size)
    return [
      rolledOut,
      say(
        'verify.no-metrics',
        'No source of metrics is installed, so whether users recover is not looked at.',
      ),
    ];
  return [
    rolledOut,
    say(
      'verify.sli',
      `Within ${minutes} min errors fall to ${
        verification.errorRate * 100
      } % at most and p95 to ${verification.latencyP95} s, ${
        verification.looks
      } looks in a row.`,
      {
        minutes,
        errors: verification.errorRate,
        latency: verification.latencyP95,
        looks: verification.looks,
      },
    ),
  ];
}
