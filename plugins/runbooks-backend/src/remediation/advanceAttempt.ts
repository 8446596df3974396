import type { PolicySpec } from '@ghostlight/plugin-runbooks-common';
import { isMissing, say } from '@ghostlight/reliability-node';
import { findDocument, type Document } from '../documents';
import { actOnAttempt } from './actOnAttempt';
import type { AttemptDetails, AttemptRow } from './AttemptRow';
import { changeAttempt, readAttempt } from './changeAttempt';
import { isOpen } from './considerIncident';
import { proposeRung } from './proposeRung';
import type { RemediationContext } from './RemediationContext';

/**
 * What comes after something that is due: an approval that ran out, an approved attempt that nobody has
 * begun, or an end that was no recovery: the next attempt or rung once it has cooled down, and in the end
 * a person.
 */
export async function advanceAttempt(
  context: RemediationContext,
  id: string,
): Promise<void> {
  const row = await readAttempt(context.db, id);
  if (!row || row.due_at === null || Number(row.due_at) > context.now()) return;
  if (row.state === 'approved') {
    await actOnAttempt(context, id);
    return;
  }
  if (row.state === 'waiting-approval') {
    await context.db.transaction(trx =>
      changeAttempt(context, trx, row, {
        state: 'expired',
        finished_at: context.now(),
        due_at: context.now(),
        said: say('attempt.expired', 'Nobody approved in time.'),
      }),
    );
    context.changed([id]);
    return;
  }
  await goOn(context, row);
}

/** Ends that a further try may follow; after the others a person has to look. */
const triesOn = ['ineffective', 'failed'];

async function goOn(
  context: RemediationContext,
  row: AttemptRow,
): Promise<void> {
  const policy = row.policy_ref
    ? await findDocument<PolicySpec>(context.db, 'policy', row.policy_ref)
    : undefined;
  if (isQuiet(row) || !(await stillOpen(context, row))) {
    await settle(context, row);
    return;
  }
  const next = policy?.spec && nextOf(policy.spec, row);
  if (!policy || !next || !triesOn.includes(row.state)) {
    await escalate(context, row, policy);
    return;
  }
  const cool =
    Number(row.acted_at ?? row.at) + policy.spec!.limits.coolDownSeconds * 1000;
  if (cool > context.now()) {
    await context
      .db<AttemptRow>('attempts')
      .where({ id: row.id, revision: row.revision })
      .update({ due_at: cool + 1 });
    return;
  }
  const details: AttemptDetails = JSON.parse(row.details);
  const made = await proposeRung(context, {
    policy,
    incident: await incidentOf(context, row),
    entityRef: row.entity_ref,
    environment: row.environment,
    symptom: row.symptom,
    alert: details.alert,
    since: details.since ?? Number(row.at),
    askedSince: Number(row.at),
    because: [
      say('attempt.follows', `${row.id} did not help: ${details.said.text}`, {
        id: row.id,
        why: details.said,
      }),
    ],
    ...next,
    after: row.id,
  });
  if (made) await settle(context, (await readAttempt(context.db, row.id))!);
  else await escalate(context, row, policy);
}

/** Whoever switched it off knows, and in a storm there is noise enough. */
function isQuiet(row: AttemptRow): boolean {
  const { limits }: AttemptDetails = JSON.parse(row.details);
  return limits.some(
    ({ limit, holds }) => !holds && (limit === 'switch' || limit === 'storm'),
  );
}

function nextOf(
  { ladder }: PolicySpec,
  { rung, attempt }: AttemptRow,
): { rung: number; attempt: number } | undefined {
  if (attempt < (ladder[rung]?.attempts ?? 0))
    return { rung, attempt: attempt + 1 };
  return rung + 1 < ladder.length ? { rung: rung + 1, attempt: 1 } : undefined;
}

/** Nothing comes after it. */
async function settle(
  { db, changed }: RemediationContext,
  row: AttemptRow,
): Promise<void> {
  await db<AttemptRow>('attempts')
    .where({ id: row.id })
    .update({ due_at: null });
  changed([row.id]);
}

/** Has a person take over, and says so once. */
async function escalate(
  context: RemediationContext,
  row: AttemptRow,
  policy: Document<PolicySpec> | undefined,
): Promise<void> {
  const details: AttemptDetails = JSON.parse(row.details);
  const to = await escalateTo(context, row, policy?.spec?.escalateTo);
  const why = details.said.text;
  await context.db.transaction(trx =>
    changeAttempt(context, trx, row, {
      escalated_at: context.now(),
      due_at: null,
      details: { escalatedTo: to },
      said: say('attempt.escalated', `A person has to take over. ${why}`, {
        why: details.said,
      }),
    }),
  );
  const event = await context.auditor.createEvent({
    eventId: 'remediation-escalate',
    severityLevel: 'high',
    meta: { attemptId: row.id, to, why },
  });
  await event.success();
  context.changed([row.id]);
}

async function escalateTo(
  { incidents, auth, logger }: RemediationContext,
  row: AttemptRow,
  wanted: string = 'on-call',
): Promise<string[]> {
  if (wanted !== 'on-call') return [wanted];
  const owner = row.owner_ref ? [row.owner_ref] : [];
  try {
    const { levels } = await incidents.getOncall(row.entity_ref, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    const first = levels.find(level =>
      level.now.some(({ userRef }) => userRef),
    );
    const people = first?.now.flatMap(({ userRef }) => userRef ?? []) ?? [];
    return people.length ? people : owner;
  } catch (error) {
    logger.debug('Nobody could be asked who is on call', error as Error);
    return owner;
  }
}

async function stillOpen(
  { incidents, auth }: RemediationContext,
  row: AttemptRow,
): Promise<boolean> {
  if (!row.incident_id) return true;
  try {
    const credentials = await auth.getOwnServiceCredentials();
    return isOpen(
      await incidents.getIncident(row.incident_id, { credentials }),
    );
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function incidentOf(
  { incidents, auth }: RemediationContext,
  row: AttemptRow,
) {
  const credentials = await auth.getOwnServiceCredentials();
  return incidents.getIncident(row.incident_id!, { credentials });
}
