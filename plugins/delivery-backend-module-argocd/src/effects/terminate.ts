import { z } from 'zod';
import { runningOperation } from '../describe/actions';
import { appSchema, attempt, findApp, type Effect } from './Effect';
import { findOurs, parseSyncBack } from './syncBack';

const schema = z.object({
  op: z.literal('terminate'),
  app: appSchema,
  /** What was begun. */
  of: z.record(z.string(), z.json()),
});

/** Ends the synchronisation of a plan while it goes on; one of somebody else is left alone. */
export const terminate: Effect = {
  async write(pinned, call) {
    const { app: ref, of } = schema.parse(pinned);
    const found = await findApp(ref, call);
    if ('refuse' in found) return { state: 'refused', error: found.refuse };
    const { client, name, app } = found;
    if (!runningOperation(app)) return { state: 'applied' };
    if (!findOurs(app, parseSyncBack(of)))
      return {
        state: 'refused',
        error: `What goes on with application ${ref.name} is not of this rollback`,
      };
    if (call.dryRun) return { state: 'applied' };
    const outcome = await attempt(() =>
      client.change('DELETE', name, '/operation', {}, call.signal),
    );
    // It may have ended by itself just now.
    return outcome.state === 'refused' && /no operation/i.test(outcome.error)
      ? { state: 'applied' }
      : outcome;
  },

  async readBack(pinned, call) {
    const { app: ref, of } = schema.parse(pinned);
    const found = await findApp(ref, call);
    if ('refuse' in found) return { state: 'unknown', error: found.refuse };
    const { app } = found;
    const goesOn =
      runningOperation(app) &&
      app.status.operationState?.phase !== 'Terminating' &&
      findOurs(app, parseSyncBack(of));
    return { state: goesOn ? 'absent' : 'applied' };
  },
};
