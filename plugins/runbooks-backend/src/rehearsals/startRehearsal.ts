import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  RehearsalRequest,
  PolicySpec,
  RunbookSpec,
} from '@ghostlight/plugin-runbooks-common';
import { readEntityRef } from '@ghostlight/reliability-node';
import { findDocument, type Document } from '../documents';
import { insertExecution, type Program } from '../executions';
import { endOf } from './Past';
import { entitiesOf } from './readPasts';
import { environment, type RehearsalContext } from './RehearsalContext';

/** Kind of the runs in the engine. */
export const rehearsalRunKind = 'rehearsal';
export const replayStep = 'replay';

const time = 120;

/** What is rehearsed. */
export interface Rehearsed {
  kind: 'runbook' | 'policy';
  ref: string;
  incidentId: string;
}

/** @throws InputError or NotFoundError */
export async function findRehearsed(
  { db }: Pick<RehearsalContext, 'db'>,
  { runbookRef, policyRef }: Pick<RehearsalRequest, 'runbookRef' | 'policyRef'>,
): Promise<Document<RunbookSpec | PolicySpec>> {
  if ((runbookRef === undefined) === (policyRef === undefined))
    throw new InputError('Give either runbookRef or policyRef');
  const [kind, ref] =
    runbookRef !== undefined
      ? ([
          'runbook',
          readEntityRef('runbookRef', runbookRef, 'runbook'),
        ] as const)
      : ([
          'policy',
          readEntityRef('policyRef', policyRef ?? '', 'remediationpolicy'),
        ] as const);
  const found = await findDocument<RunbookSpec | PolicySpec>(db, kind, ref);
  if (!found) throw new NotFoundError(`No ${kind} '${ref}'`);
  return found;
}

/**
 * Begins to replay a runbook or policy against an incident that is over.
 *
 * @param credentials - whoever asks; who may not see the incident is refused by its family
 * @returns the id of the run
 */
export async function startRehearsal(
  context: RehearsalContext,
  request: RehearsalRequest,
  { by, credentials }: { by: string; credentials: BackstageCredentials },
): Promise<string> {
  const document = await findRehearsed(context, request);
  const { ref, title, hash, spec } = document;
  if (!spec) throw new InputError(`${ref} has errors and cannot be rehearsed`);
  const incident = await context.incidents.getIncident(request.incidentId, {
    credentials,
  });
  if (endOf(incident) === undefined)
    throw new InputError(
      `incidentId: ${incident.id} is not over; a rehearsal replays what is`,
    );
  const kind = request.runbookRef === undefined ? 'policy' : 'runbook';
  const [entityRef] = entitiesOf(incident);
  const program: Program = {
    title: `Rehearsal: ${title}`,
    steps: [
      {
        id: replayStep,
        title: `Replay ${incident.id}`,
        kind: 'verify',
        timeoutSeconds: time,
      },
    ],
  };
  const rehearsed: Rehearsed = { kind, ref, incidentId: incident.id };
  const id = await insertExecution(
    context,
    {
      kind: 'rehearsal',
      runKind: rehearsalRunKind,
      resolved: {
        program,
        ...(kind === 'runbook' && { runbookRef: ref, runbookHash: hash }),
        ...(entityRef && { entityRef }),
        environment,
        inputs: {},
        secrets: [],
      },
      incidentId: incident.id,
      steps: [
        {
          id: replayStep,
          type: 'replay',
          title: program.steps[0].title,
          timeout: time * 1000,
          input: rehearsed as unknown as JsonObject,
        },
      ],
    },
    { name: by, ...(kind === 'policy' && { policyRef: ref }) },
  );
  context.runs.wake();
  return id;
}
