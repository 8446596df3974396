import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import {
  plainLine,
  plainText,
  type Action,
  type ActionPlan,
} from '@ghostlight/plugin-runbooks-node';
import { say } from '@ghostlight/reliability-node';
import { z } from 'zod';

const input = z.strictObject({
  channel: plainLine(60).describe('Name of a notification channel'),
  text: plainText(4_000)
    .min(1)
    .describe('Shown as it is; the first line is the subject'),
  to: z
    .array(plainLine(300))
    .max(20)
    .optional()
    .describe(
      'Users and groups, for channels that reach people; the owner of the service when left out',
    ),
});

type Input = z.infer<typeof input>;

const pinnedSchema = z.object({
  channel: z.string(),
  text: z.string(),
  to: z.array(z.string()).optional(),
});

/** Tells a channel of the incidents family something, as its notifications are told. */
export function message(options: {
  auth: AuthService;
  incidents: IncidentsService;
}): Action<Input> {
  const { auth, incidents } = options;
  const asUs = async () => ({
    credentials: await auth.getOwnServiceCredentials(),
  });
  return {
    id: 'message:send',
    title: 'Send a message',
    description:
      'Tells a notification channel something: Slack, Teams, mail, a webhook or the portal.',
    input,
    reads: ['Notification channels'],
    changes: ['Channel'],
    // What was read cannot be taken back, but nothing was changed either.
    reversible: true,
    idempotent: true,
    async plan({ channel, text, to }, { entity }): Promise<ActionPlan> {
      const found = await listed(async () =>
        incidents.listChannels(await asUs()),
      );
      const type = found.items.find(({ name }) => name === channel)?.type;
      const whom = to ?? (entity ? ownersOf(entity) : []);
      const names = found.items.map(({ name }) => name).join(', ');
      return {
        target: `channel/${channel}`,
        title: say('action.message.plan', `Send a message to ${channel}`, {
          channel,
        }),
        changes: [{ label: channel, to: text.slice(0, 500) }],
        refusals: [
          ...(type === undefined
            ? [
                say(
                  'action.message.channel',
                  `There is no channel ${channel}; there are ${names}`,
                  { channel, names },
                ),
              ]
            : []),
          ...(type === 'pagerduty'
            ? [
                say(
                  'action.message.pager',
                  `${channel} wakes people for incidents, and takes no messages`,
                  { channel },
                ),
              ]
            : []),
          ...(type === 'portal' && !whom.length
            ? [
                say(
                  'action.message.recipient',
                  `${channel} has to know whom to tell`,
                  { channel },
                ),
              ]
            : []),
        ],
        pinned: { channel, text, ...(whom.length && { to: whom }) },
      };
    },
    async act(pinned, _input, { actionId }) {
      const known = pinnedSchema.safeParse(pinned);
      if (!known.success)
        return { state: 'refused', error: 'There is no plan to act on' };
      const { channel, text, to } = known.data;
      try {
        const { id } = await incidents.sendMessage(
          channel,
          { text, key: actionId, ...(to && { to }) },
          await asUs(),
        );
        return { state: 'applied', result: { notification: id } };
      } catch (error) {
        if (isRefusal(error)) return { state: 'refused', error: error.message };
        throw error;
      }
    },
    // Asked again under the same key, the channel is told nothing twice.
    readBack: async () => ({ state: 'absent' }),
  };
}

async function listed<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new ServiceUnavailableError(
      `The channels of the incidents plugin are not known now: ${
        isError(error) ? error.message : error
      }`,
    );
  }
}

function isRefusal(error: unknown): error is Error {
  if (!isError(error)) return false;
  const { statusCode } = error as JsonObject & Error;
  return (
    typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
  );
}

function ownersOf({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => type === 'ownedBy')
    .map(({ targetRef }) => targetRef)
    .filter(ref => /^(user|group):/.test(ref))
    .slice(0, 20);
}
