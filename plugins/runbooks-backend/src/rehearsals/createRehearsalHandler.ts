import type { JsonObject } from '@backstage/types';
import type {
  PolicySpec,
  RehearsalReport,
  RunbookSpec,
} from '@ghostlight/plugin-runbooks-common';
import type { RunHandler, StepContext } from '@ghostlight/reliability-node';
import { findDocument } from '../documents';
import { readPasts } from './readPasts';
import type { RehearsalContext } from './RehearsalContext';
import { doingsOf, replayPolicy } from './replayPolicy';
import { replayRunbook } from './replayRunbook';
import { readBefore } from './simulatePolicy';
import { rehearsalRunKind, type Rehearsed } from './startRehearsal';

/** Replays, and changes nothing. */
export function createRehearsalHandler(context: RehearsalContext): RunHandler {
  return {
    kind: rehearsalRunKind,
    steps: {
      replay: {
        kind: 'check',
        async look(here: Pick<StepContext, 'step'>) {
          const rehearsed = here.step.input as unknown as Rehearsed;
          const report = await replay(context, rehearsed);
          return report
            ? {
                state: 'succeeded',
                text: report.because.at(-1)?.text,
                result: { report: report as unknown as JsonObject },
              }
            : { state: 'refused', error: `${rehearsed.ref} is gone` };
        },
      },
    },
  };
}

async function replay(
  context: RehearsalContext,
  { kind, ref, incidentId }: Rehearsed,
): Promise<RehearsalReport | undefined> {
  const credentials = await context.auth.getOwnServiceCredentials();
  const incident = await context.incidents.getIncident(incidentId, {
    credentials,
  });
  const [past] = await readPasts(context, [incident], credentials);
  if (!past) return undefined;
  if (kind === 'runbook') {
    const runbook = await findDocument<RunbookSpec>(context.db, kind, ref);
    return runbook?.spec && replayRunbook(runbook, past);
  }
  const policy = await findDocument<PolicySpec>(context.db, kind, ref);
  if (!policy?.spec) return undefined;
  const { storm } = policy.spec.limits;
  const { items } = await context.incidents.listIncidents(
    {
      from: new Date(past.startedAt - storm.withinSeconds * 1000).toISOString(),
      to: new Date(past.endedAt).toISOString(),
      limit: Math.min(500, storm.incidents + 1),
    },
    { credentials },
  );
  const span = { from: past.startedAt, to: past.endedAt };
  const before = await readBefore(context, ref, span, items);
  const doings = await doingsOf(context, policy.spec);
  return replayPolicy(context, policy, past, doings, before);
}
