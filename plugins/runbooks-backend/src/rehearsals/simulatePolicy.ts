import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Incident } from '@ghostlight/plugin-incidents-common';
import type {
  PolicySpec,
  Simulation,
  SimulationRequest,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import type { Document } from '../documents';
import { actOf, type AttemptRow } from '../remediation';
import { readPasts } from './readPasts';
import type { RehearsalContext } from './RehearsalContext';
import { doingsOf, replayPolicy, type Before } from './replayPolicy';

const day = 86_400_000;
const usualSpan = 90 * day;
const longest = 366 * day;
const usual = 30;
const most = 100;
const mostActs = 5_000;

/**
 * What a policy would have done in the latest incidents of a span that are over, replayed in their order,
 * so that its own acts count against its limits.
 *
 * @param credentials - whoever asks, who sees no other incidents this way
 */
export async function simulatePolicy(
  context: RehearsalContext,
  document: Document<PolicySpec>,
  request: SimulationRequest,
  credentials: BackstageCredentials,
): Promise<Simulation> {
  const { spec, ref } = document;
  if (!spec) throw new InputError(`${ref} has errors and does nothing`);
  const to = request.to ? Date.parse(request.to) : context.now();
  const from = request.from ? Date.parse(request.from) : to - usualSpan;
  if (!(from < to) || to - from > longest)
    throw new InputError('from, to: a span of at most 366 days');
  const limit = Math.min(request.limit ?? usual, most);
  const { items } = await context.incidents.listIncidents(
    { status: ['resolved'], from: iso(from), to: iso(to), limit },
    { credentials },
  );
  const pasts = await readPasts(context, items, credentials);
  const doings = await doingsOf(context, spec);
  const before = await readBefore(context, ref, { from, to }, items);
  const reports = [];
  for (const past of pasts.sort((a, b) => a.startedAt - b.startedAt))
    reports.push(await replayPolicy(context, document, past, doings, before));
  const acted = reports.filter(({ wouldHaveActed }) => wouldHaveActed);
  const recovered = acted.filter(
    ({ wouldHaveRecovered }) => wouldHaveRecovered === 'yes',
  ).length;
  const unknown = acted.filter(
    ({ wouldHaveRecovered }) => wouldHaveRecovered === 'unknown',
  ).length;
  const params = {
    incidents: reports.length,
    acted: acted.length,
    recovered,
    unknown,
  };
  return {
    policyRef: ref,
    from: iso(from),
    to: iso(to),
    incidents: reports.length,
    items: reports.reverse(),
    wouldHaveActed: acted.length,
    wouldHaveRecovered: recovered,
    said: say(
      'simulation.said',
      `In ${params.incidents} incidents it would have acted ${params.acted} times; ${recovered} times users would have recovered, ${unknown} times nobody knows.`,
      params,
    ),
  };
}

/** Acts of other policies then; its own are replayed. */
export async function readBefore(
  { db }: Pick<RehearsalContext, 'db'>,
  policyRef: string,
  { from, to }: { from: number; to: number },
  incidents: Pick<Incident, 'startedAt'>[],
): Promise<Before> {
  const rows: AttemptRow[] = await db<AttemptRow>('attempts')
    .whereBetween('acted_at', [from - day, to])
    .where(query =>
      query.whereNot({ policy_ref: policyRef }).orWhereNull('policy_ref'),
    )
    .orderBy('acted_at', 'desc')
    .limit(mostActs);
  return {
    acts: rows.map(row => ({ ...actOf(row), symptom: row.symptom })),
    incidents: incidents.map(({ startedAt }) => Date.parse(startedAt)),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
