import { ServiceUnavailableError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  Action,
  ActionContext,
  ActionPlan,
  ActOutcome,
} from '@ghostlight/plugin-runbooks-node';
import { hasStatus, KubeError } from '@ghostlight/reliability-kubernetes';
import { ZodObject } from 'zod';
import { asJson } from '../write/asJson';
import { findForbidden } from './findForbidden';
import type {
  KubernetesAction,
  PlanCall,
  Tools,
  WriteCall,
} from './KubernetesAction';
import { Refusal } from './Refusal';
import { say } from './say';

/** An id that no change carries, for dry runs. */
const noAction = 'dry-run';

/** What an input may name instead of leaving it to the entity. */
const places = ['cluster', 'namespace', 'name', 'selector'];

/** Whether it takes a Deployment, that of the entity when nothing is said. */
function isOfEntity({ input }: KubernetesAction): boolean {
  const shape = input instanceof ZodObject ? input.shape : {};
  return 'name' in shape && 'selector' in shape;
}

/** An action of the runbooks plugin: refusals of the server are answers, and what is not known is thrown. */
export function createAction(how: KubernetesAction, tools: Tools): Action {
  const write = async (
    pinned: JsonObject,
    call: WriteCall,
  ): Promise<ActOutcome> => {
    const known = how.pinned.safeParse(pinned);
    if (!known.success)
      return { state: 'refused', error: 'There is no plan to act on' };
    try {
      return await how.write(known.data, call);
    } catch (error) {
      if (error instanceof KubeError && error.refused)
        return { state: 'refused', error: error.message };
      throw error;
    }
  };
  const dryRun = (pinned: JsonObject, { signal }: { signal: AbortSignal }) =>
    write(pinned, {
      ...tools,
      signal,
      actionId: noAction,
      dryRun: true,
      output: () => {},
    });
  const { id, title, description, input, reads, changes, reversible } = how;
  return {
    id,
    title,
    description,
    input,
    reads,
    changes,
    reversible,
    idempotent: true,
    actsOn: wanted =>
      isOfEntity(how) && !places.some(place => place in wanted)
        ? 'entity'
        : 'anything',
    ...(how.makesFaults && { makesFaults: true }),
    ...(how.timeout && { timeout: how.timeout }),
    plan: (wanted, context) =>
      planOf(how, wanted, { ...tools, ...context }, dryRun),
    dryRun,
    act: (pinned, _input, call) => write(pinned, { ...tools, ...call }),
    async readBack(pinned, call) {
      const known = how.pinned.safeParse(pinned);
      if (!known.success) return { state: 'absent' };
      try {
        return await how.readBack(known.data, { ...tools, ...call });
      } catch (error) {
        if (error instanceof KubeError)
          return { state: 'unknown', error: error.message };
        throw error;
      }
    },
    ...(how.observe && {
      observe: (pinned, result, call) =>
        how.observe!(how.pinned.parse(pinned), result, { ...tools, ...call }),
    }),
    ...(how.undo && {
      undo: (pinned, result) => how.undo!(how.pinned.parse(pinned), result),
    }),
  };
}

async function planOf(
  how: KubernetesAction,
  input: object,
  call: PlanCall & ActionContext,
  dryRun: (pinned: JsonObject, call: PlanCall) => Promise<ActOutcome>,
): Promise<ActionPlan> {
  try {
    const { client, needs, pinned, ...draft } = await how.plan(input, call);
    const values = asJson(pinned);
    const forbidden = await findForbidden(client, needs, call.signal, () =>
      dryRun(values, call),
    );
    return {
      ...draft,
      refusals: [...draft.refusals, ...forbidden],
      pinned: values,
    };
  } catch (error) {
    const refused = (sentence: ActionPlan['title']): ActionPlan => ({
      title: say('impossible', `${how.title}: not possible`, {
        action: how.id,
      }),
      changes: [],
      refusals: [sentence],
      pinned: {},
    });
    if (error instanceof Refusal) return refused(error.sentence);
    if (!(error instanceof KubeError)) throw error;
    const { message } = error;
    if (!error.refused) throw new ServiceUnavailableError(message);
    const code = hasStatus(error, 401, 403) ? 'forbidden' : 'server-refused';
    return refused(say(code, message, { reason: message }));
  }
}
