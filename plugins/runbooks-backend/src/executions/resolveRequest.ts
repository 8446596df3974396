import { InputError, NotFoundError } from '@backstage/errors';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  checkInputs,
  type ExecutionRequest,
  type RunbookSpec,
} from '@ghostlight/plugin-runbooks-common';
import { readEntityRef } from '@ghostlight/reliability-node';
import { parseInput, type ActionDirectory } from '../ActionDirectory';
import { findDocument } from '../documents';
import type { Visibility } from '../service/targetRules';
import type { ExecutionContext } from './ExecutionContext';
import { engineSteps } from './engineSteps';
import { programSteps, type Program } from './Program';
import type { SeenAlert } from './RunInput';

/** What a request asks for, looked up and checked. */
export interface Resolved {
  program: Program;
  runbookRef?: string;
  runbookHash?: string;
  action?: string;
  entityRef?: string;
  entity?: Entity;
  environment: string;
  inputs: JsonObject;
  /** Names of inputs that are secret. */
  secrets: string[];
  /** The alert that a policy acts on. */
  alert?: SeenAlert;
}

/** Seconds that a single action has, where it says nothing else. */
const actionSeconds = 300;
/** Engine steps of a run, at most. */
const mostSteps = 200;

/**
 * `ofPolicy`: the input of a single action was written in a policy, where it may have templates. What
 * comes with a request is meant as it is. A runbook that `visible` has not is not found.
 *
 * @throws NotFoundError, or InputError that names the field
 */
export async function resolveRequest(
  context: ExecutionContext,
  request: ExecutionRequest,
  ofPolicy: boolean = false,
  visible?: Visibility,
): Promise<Resolved> {
  const { runbookRef, action } = request;
  if ((runbookRef === undefined) === (action === undefined))
    throw new InputError('Give either runbookRef or action');
  const resolved = runbookRef
    ? await resolveRunbook(context, runbookRef, request, visible)
    : resolveAction(context, action!, request, ofPolicy);
  const entity = resolved.entityRef
    ? context.entityOf(resolved.entityRef)
    : undefined;
  if (resolved.entityRef && !entity)
    throw new InputError(`entityRef: the catalog has no ${resolved.entityRef}`);
  return { ...resolved, ...(entity && { entity }) };
}

async function resolveRunbook(
  context: ExecutionContext,
  given: string,
  request: ExecutionRequest,
  visible: Visibility,
): Promise<Resolved> {
  const ref = readEntityRef('runbookRef', given, 'runbook');
  const document = await findDocument<RunbookSpec>(
    context.db,
    'runbook',
    ref,
    visible,
  );
  if (!document) throw new NotFoundError(`No runbook '${ref}'`);
  const { spec } = document;
  if (!spec)
    throw new InputError(
      `${ref} has errors and cannot be run: ${document.findings
        .filter(({ severity }) => severity === 'error')
        .slice(0, 3)
        .map(({ path, message }) => `${path}: ${message}`)
        .join('; ')}`,
    );
  const steps = spec.phases.flatMap(phase => programSteps(phase));
  const verifies = steps.some(({ kind }) => kind === 'verify');
  if (spec.verification && !verifies)
    steps.push({
      id: 'verification',
      title: 'What users see recovers',
      kind: 'verify',
      timeoutSeconds: spec.verification.withinSeconds,
      verification: spec.verification,
    });
  if (!steps.length)
    throw new InputError(`${ref} has no steps: it is for reading`);
  if (engineSteps({ steps }, context.actions).length > mostSteps)
    throw new InputError(`${ref} has too many steps to be run as one`);
  const { values, problems } = checkInputs(
    spec.inputs,
    request.inputs as JsonObject | undefined,
  );
  if (problems.length)
    throw new InputError(
      `inputs: ${problems.map(({ text }) => text).join('; ')}`,
    );
  const secrets = spec.inputs.flatMap(({ type, name }) =>
    type === 'secret' && typeof values[name] === 'string' ? name : [],
  );
  for (const name of secrets) context.secrets.get(String(values[name]));
  const only = spec.serviceRefs.length === 1 ? spec.serviceRefs[0] : undefined;
  const entityRef = request.entityRef
    ? readEntityRef('entityRef', request.entityRef, 'component')
    : only;
  if (
    entityRef &&
    spec.serviceRefs.length &&
    !spec.serviceRefs.includes(entityRef)
  )
    throw new InputError(
      `entityRef: ${ref} is for ${spec.serviceRefs.join(', ')}`,
    );
  return {
    program: {
      title: spec.title,
      steps,
      ...(spec.estimatedSeconds && { estimatedSeconds: spec.estimatedSeconds }),
    },
    runbookRef: ref,
    runbookHash: document.hash,
    ...(entityRef && { entityRef }),
    environment: request.environment ?? 'production',
    inputs: values,
    secrets,
  };
}

function resolveAction(
  context: ExecutionContext,
  id: string,
  request: ExecutionRequest,
  ofPolicy: boolean,
): Resolved {
  const action = context.actions.require(id);
  const step = {
    id: 'action',
    title: action.title,
    kind: 'action' as const,
    action: id,
    input: (request.input ?? {}) as JsonObject,
    literal: !ofPolicy,
    timeoutSeconds: (action.timeout ?? actionSeconds * 1000) / 1000,
  };
  return {
    program: { title: action.title, steps: [step] },
    action: id,
    ...(request.entityRef && {
      entityRef: readEntityRef('entityRef', request.entityRef, 'component'),
    }),
    environment: request.environment ?? 'production',
    inputs: {},
    secrets: [],
  };
}

/** Whether it is an action by itself whose input may name what is not the entity's. */
export function reachesAnything(
  actions: ActionDirectory,
  { action: id, program }: Pick<Resolved, 'action' | 'program'>,
): boolean {
  if (!id) return false;
  const action = actions.require(id);
  const input = parseInput(action, program.steps[0].input);
  return action.actsOn?.(input) !== 'entity';
}
