import type { Deployment } from '@ghostlight/plugin-delivery-common';
import {
  matchTriggers,
  type PolicySpec,
  type RehearsalReport,
  type RunbookSpec,
  type Sentence,
  type TriggerMatch,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import { factsOf, findDocument, type Document } from '../documents';
import { programSteps } from '../executions';
import { appliesTo } from '../remediation';
import { checkConditions } from '../remediation/checkConditions';
import { BurnReader } from '../verification';
import { judgeRecovery, type Doing } from './judgeRecovery';
import type { Past } from './Past';
import { environment, type RehearsalContext } from './RehearsalContext';
import { replayLimits, type Act } from './replayLimits';

/** Moments at which alerts began that are looked at. */
const mostMoments = 10;
/** Milliseconds after a match at which conditions are asked again: burn rates take their time. */
const again = [0, 2, 5, 15].map(minutes => minutes * 60_000);

/** What is known of the time before, and is added to by each act that would have been. */
export interface Before {
  acts: Act[];
  /** When incidents began. */
  incidents: number[];
}

/** What a policy would have done in an incident that is over, by the triggers and limits that it has now. */
export async function replayPolicy(
  context: RehearsalContext,
  document: Document<PolicySpec>,
  past: Past,
  doings: Doing[],
  before: Before,
): Promise<RehearsalReport> {
  const spec = document.spec!;
  const found = matchOf(spec, past);
  const because: Sentence[] = [...(found?.match.because ?? [])];
  const report = (more: Partial<RehearsalReport> = {}): RehearsalReport => ({
    incidentId: past.incident.id,
    wouldHaveMatched: found !== undefined,
    wouldHaveActed: false,
    wouldHaveRecovered: 'unknown',
    because,
    ...more,
  });
  if (!found) {
    because.push(say('rehearsal.no-match', 'No trigger fits its alerts'));
    return report();
  }
  const { entityRef } = found;
  if (!appliesTo(spec.appliesTo, context.entityOf(entityRef))) {
    because.push(
      say('rehearsal.not-for', `It is not for ${entityRef}`, {
        entity: entityRef,
      }),
    );
    return report({ wouldHaveMatched: false });
  }
  const judged = await whenHeld(context, spec, past, found);
  if (judged.at === undefined) {
    because.push(...judged.because);
    return report();
  }
  const { at } = judged;
  const target = `${environment}/${entityRef}`;
  const symptom =
    found.match.alert?.objectiveRef ??
    found.match.alert?.name ??
    past.incident.severity;
  const dependants = context.dependantsOf(entityRef);
  const act = {
    policyRef: document.ref,
    target,
    symptom,
    incidentId: past.incident.id,
    entities: new Set([entityRef, ...dependants]),
    since: found.at,
    actedAt: at,
  };
  const limit = replayLimits(
    spec.limits,
    {
      ...act,
      dependants: dependants.length,
      verificationMs: spec.verification.withinSeconds * 1000,
    },
    before,
  );
  if (limit) {
    because.push(limit);
    return report();
  }
  if (spec.mode === 'suggest') {
    because.push(
      say(
        'rehearsal.suggests',
        'It only suggests: a person would have had to act',
      ),
    );
    return report();
  }
  if (spec.mode === 'approve')
    because.push(
      say(
        'rehearsal.approval',
        'It asks first; the time until somebody approves comes on top',
      ),
    );
  const recovery = judgeRecovery(doings, at, past);
  before.acts.push({
    ...act,
    isWell: recovery.wouldHaveRecovered === 'yes',
  });
  return report({
    ...recovery,
    wouldHaveActed: true,
    actedAt: new Date(at).toISOString(),
    because: [...because, ...recovery.because],
  });
}

interface Found {
  match: TriggerMatch;
  /** When its alert had begun. */
  at: number;
  entityRef: string;
}

/** The first moment at which a trigger fitted what was firing. */
function matchOf({ triggers }: PolicySpec, past: Past): Found | undefined {
  const { alerts, incident } = past;
  const moments = [
    ...new Set(alerts.map(({ startsAt }) => Date.parse(startsAt))),
  ].slice(0, mostMoments);
  for (const at of moments) {
    const firing = alerts.filter(
      ({ startsAt, endsAt }) =>
        Date.parse(startsAt) <= at && (!endsAt || Date.parse(endsAt) > at),
    );
    const match = matchTriggers(triggers, factsOf(firing, incident));
    if (!match) continue;
    const alert = firing.find(
      ({ name, labels }) =>
        name === match.alert?.name && labels === match.alert.labels,
    );
    const entityRef =
      alert?.entityRef ??
      incident.origin?.entityRef ??
      incident.entities[0]?.entityRef;
    if (entityRef) return { match, at, entityRef };
  }
  return undefined;
}

/** When its conditions held first, asked as of then; else which did not. */
async function whenHeld(
  context: RehearsalContext,
  { conditions }: PolicySpec,
  past: Past,
  { at, entityRef }: Found,
): Promise<{ at?: number; because: Sentence[] }> {
  const because: Sentence[] = [];
  // Only burn rates change with every minute.
  const moments = again
    .map(after => at + after)
    .filter((moment, n) => n === 0 || moment < past.endedAt)
    .slice(0, conditions.burnAbove === undefined ? 1 : undefined);
  for (const moment of moments) {
    const judged = await checkConditions(
      asOf(context, moment, past.deployments),
      conditions,
      { entityRef, environment, severity: past.incident.severity },
    );
    const broken = judged.conditions.filter(({ holds }) => !holds);
    if (!broken.length) return { at: moment, because: [] };
    because.splice(0, because.length, ...broken.map(({ said }) => said));
  }
  return { because };
}

/** The same as it was then: clock, burn rates and deployments. */
function asOf(
  context: RehearsalContext,
  at: number,
  deployments: Deployment[],
): RehearsalContext {
  const now = () => at;
  const delivery: RehearsalContext['delivery'] = Object.create(
    context.delivery,
  );
  delivery.listDeployments = async ({ entityRef }) => {
    const items = deployments
      .filter(
        one => one.entityRef === entityRef && Date.parse(one.startedAt) <= at,
      )
      .slice(0, 1);
    return { items, total: items.length };
  };
  return {
    ...context,
    now,
    delivery,
    burn: BurnReader.create({ slo: context.slo, auth: context.auth, now }),
  };
}

/** The rungs of a ladder as what they do. */
export async function doingsOf(
  context: RehearsalContext,
  { ladder, verification }: PolicySpec,
): Promise<Doing[]> {
  return Promise.all(
    ladder.map(async rung => ({
      takes: rung.attempts * verification.withinSeconds * 1000,
      actions:
        'action' in rung
          ? [rung.action]
          : actionsOf(
              (
                await findDocument<RunbookSpec>(
                  context.db,
                  'runbook',
                  rung.runbookRef,
                )
              )?.spec,
            ),
    })),
  );
}

/** Ids of the actions of a runbook. */
export function actionsOf(spec: RunbookSpec | undefined): string[] {
  const steps = spec?.phases.flatMap(phase => programSteps(phase)) ?? [];
  return steps.flatMap(({ action }) => action ?? []);
}
