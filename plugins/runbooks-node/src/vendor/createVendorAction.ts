import { ServiceUnavailableError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { VendorError } from '@ghostlight/reliability-node';
import type { Action, ActionPlan, ActOutcome } from '../Action';
import { ActionRefusal, sentencesOf } from './ActionRefusal';
import type { VendorAction } from './VendorAction';

/**
 * An action of the runbooks plugin: what the vendor refuses is an answer in its words (while planning the
 * sentence `action.<module>.refused` with the parameter `reason`), and what is not known is thrown.
 *
 * @public
 */
export function createVendorAction<Input extends object, Pinned extends object>(
  how: VendorAction<Input, Pinned>,
): Action<Input> {
  const {
    module: _module,
    pinned: schema,
    plan: _plan,
    dryRun,
    act,
    readBack,
    observe,
    undo,
    ...facts
  } = how;
  const acting = async (
    pinned: JsonObject,
    work: (known: Pinned) => Promise<ActOutcome | void>,
  ): Promise<ActOutcome> => {
    const known = schema.safeParse(pinned);
    if (!known.success)
      return { state: 'refused', error: 'There is no plan to act on' };
    try {
      return (await work(known.data)) ?? { state: 'applied' };
    } catch (error) {
      if (error instanceof ActionRefusal || isRefusal(error))
        return { state: 'refused', error: error.message };
      throw error;
    }
  };
  return {
    ...facts,
    plan: (input, context) => planOf(how, () => how.plan(input, context)),
    ...(dryRun && {
      dryRun: (pinned, context) =>
        acting(pinned, known => dryRun(known, context)),
    }),
    act: (pinned, input, call) =>
      acting(pinned, known => act(known, input, call)),
    async readBack(pinned, call) {
      const known = schema.safeParse(pinned);
      // Without a plan nothing was done.
      if (!known.success) return { state: 'absent' };
      try {
        return await readBack(known.data, call);
      } catch (error) {
        if (error instanceof VendorError)
          return { state: 'unknown', error: error.message };
        throw error;
      }
    },
    ...(observe && {
      observe: (pinned, result, call) =>
        observe(schema.parse(pinned), result, call),
    }),
    ...(undo && {
      undo: (pinned, result) => undo(schema.parse(pinned), result),
    }),
  };
}

async function planOf<Pinned extends object>(
  { id, module, title }: VendorAction<any, Pinned>,
  plan: () => Promise<Omit<ActionPlan, 'pinned'> & { pinned: Pinned }>,
): Promise<ActionPlan> {
  const say = sentencesOf(module);
  try {
    const planned = await plan();
    return {
      ...planned,
      // What is undefined would be lost on the way to the database.
      pinned: JSON.parse(JSON.stringify(planned.pinned)) as JsonObject,
    };
  } catch (error) {
    const refused = (sentence: ActionPlan['title']): ActionPlan => ({
      title: say('impossible', `${title}: not possible`, { action: id }),
      changes: [],
      refusals: [sentence],
      pinned: {},
    });
    if (error instanceof ActionRefusal) return refused(error.sentence);
    if (!(error instanceof VendorError)) throw error;
    const { message } = error;
    if (isRefusal(error))
      return refused(say('refused', message, { reason: message }));
    throw new ServiceUnavailableError(message);
  }
}

/** Whether the vendor said no for good; a rate limit is over some time. */
function isRefusal(error: unknown): error is VendorError {
  return (
    error instanceof VendorError &&
    error.refused &&
    error.reason !== 'rate-limited'
  );
}
