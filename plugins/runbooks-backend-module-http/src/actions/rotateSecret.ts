import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  plainText,
  Settling,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { z } from 'zod';
import type { Rotation } from '../config/readHttpConfig';
import { say } from '../say';
import { lookAfter } from '../send/lookAfter';
import { sendOnce } from '../send/sendOnce';

const usualArriveMs = 5_000;

const input = z.strictObject({
  secret: plainLine(100).describe('Name of the rotation in the configuration'),
  reason: plainText(500).optional(),
});

const pinned = z.object({
  secret: z.string(),
  reason: z.string(),
  environment: z.string(),
});

type Pinned = z.output<typeof pinned>;

/** Has a secret rotated by what the configuration names for it. */
export function rotateSecret(
  rotations: Rotation[],
  options: { arriveMs?: number } = {},
): Action {
  const settling = Settling.create({
    settleMs: options.arriveMs ?? usualArriveMs,
  });
  const find = ({ secret, environment }: Omit<Pinned, 'reason'>) => {
    const found = rotations.find(
      one =>
        one.name === secret &&
        (!one.environment || one.environment === environment),
    );
    if (!found)
      throw ActionRefusal.of(
        say(
          'no-rotation',
          `${secret} is not among the secrets that can be rotated for ${environment}`,
          { secret, environment },
        ),
      );
    return found;
  };
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'secrets:rotate',
    module: 'http',
    title: 'Rotate a secret',
    description:
      'Tells what keeps a secret to replace it; the old one is not good any more afterwards',
    input,
    pinned,
    reads: [],
    changes: ['Secret'],
    reversible: false,
    idempotent: rotations.every(({ idempotent }) => idempotent),
    timeout: 5 * 60_000,

    async plan({ secret, reason = '' }, { environment }) {
      find({ secret, environment });
      return {
        target: `secret/${secret}`,
        title: say('rotate', `Rotate the secret ${secret}`, { secret }),
        changes: [{ label: secret, from: '***', to: 'a new one' }],
        refusals: [],
        pinned: { secret, reason, environment },
      };
    },

    async act(wanted, _input, call) {
      const rotation = find(wanted);
      const { secret, reason, environment } = wanted;
      const { status } = await sendOnce(rotation, {
        method: rotation.method,
        url: rotation.url,
        body: {
          secret,
          environment,
          reason,
          requestedBy: call.requestedBy,
          actionId: call.actionId,
          ...(call.incidentId && { incidentId: call.incidentId }),
        },
        headers: { 'Idempotency-Key': call.actionId },
        signal: call.signal,
      });
      // The answer is not kept: it may have the new secret in it.
      return { state: 'applied', result: { status } };
    },

    readBack: (wanted, call) => lookAfter(find(wanted), settling, call),
  });
}
