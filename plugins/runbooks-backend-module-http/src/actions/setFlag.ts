import type { JsonValue } from '@backstage/types';
import {
  ActionRefusal,
  createVendorAction,
  matchesPattern,
  plainLine,
  plainText,
  Settling,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import type { FlagSystem } from '../config/readHttpConfig';
import { say } from '../say';
import { sendOnce } from '../send/sendOnce';

const usualArriveMs = 5_000;

const value = z.union([z.boolean(), z.number(), plainText(2_000)]);
type Value = z.output<typeof value>;

const input = z.strictObject({
  flag: z.string().regex(/^\w[\w./:-]{0,199}$/),
  value,
  system: plainLine(63).optional().describe('Which system of flags'),
  reason: plainText(500).optional(),
});

const pinned = z.object({
  system: z.string(),
  flag: z.string(),
  value,
  /** Left out where it cannot be read. */
  from: value.optional(),
  environment: z.string(),
  reason: z.string(),
});

type Pinned = z.output<typeof pinned>;

/** Sets a feature flag in a system of the configuration. */
export function setFlag(
  systems: FlagSystem[],
  options: { arriveMs?: number } = {},
): Action {
  const settling = Settling.create({
    settleMs: options.arriveMs ?? usualArriveMs,
  });
  const find = (wanted: {
    system?: string;
    flag: string;
    environment: string;
  }): FlagSystem => {
    const { flag, environment } = wanted;
    // It goes into addresses, where it would lead upwards.
    if (/^\.+$/.test(environment))
      throw ActionRefusal.of(
        say('no-environment', `${environment} is no environment`),
      );
    const found = systems.filter(
      one =>
        (!wanted.system || one.name === wanted.system) &&
        (!one.environment || one.environment === environment) &&
        one.flags.some(pattern => matchesPattern(pattern, flag)),
    );
    if (found.length === 1) return found[0];
    throw ActionRefusal.of(
      found.length
        ? say('several-systems', `Several systems have ${flag}: say which`, {
            flag,
          })
        : say(
            'flag-not-allowed',
            `${flag} is not among the flags that may be set for ${environment}`,
            { flag, environment },
          ),
    );
  };
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'flags:set',
    module: 'http',
    title: 'Set a feature flag',
    description: 'Gives a feature flag another value',
    input,
    pinned,
    reads: ['Feature flag'],
    changes: ['Feature flag'],
    // Only what can be read before can be put back.
    reversible: systems.every(({ read }) => read !== undefined),
    idempotent: true,
    timeout: 5 * 60_000,

    async plan(wanted, { environment, signal }) {
      const system = find({ ...wanted, environment });
      const { flag, reason = '' } = wanted;
      const from = await readValue(system, { flag, environment }, signal);
      const to = String(wanted.value);
      return {
        target: `flag/${system.name}/${environment}/${flag}`,
        title: say('flag', `Set ${flag} to ${to}`, { flag, to }),
        changes: [
          {
            label: flag,
            ...(from !== undefined && { from: String(from) }),
            to,
          },
        ],
        ...(from !== undefined && {
          undo: say('flag-undo', `Set ${flag} to ${from} again.`, {
            flag,
            from: String(from),
          }),
        }),
        refusals:
          from === wanted.value
            ? [say('flag-there', `${flag} is ${to} already`, { flag, to })]
            : [],
        pinned: {
          system: system.name,
          flag,
          value: wanted.value,
          ...(from !== undefined && { from }),
          environment,
          reason,
        },
      };
    },

    async act(wanted, _input, call) {
      const { flag, environment, reason, from } = wanted;
      const system = find(wanted);
      const now = await readValue(system, wanted, call.signal);
      if (now !== undefined && now === wanted.value)
        return { state: 'applied' };
      if (now !== from)
        throw ActionRefusal.of(
          say(
            'flag-changed',
            `${flag} was set to ${now} meanwhile; plan again`,
            { flag, now: String(now) },
          ),
        );
      await sendOnce(system, {
        method: system.method,
        url: fill(system.url, wanted),
        body: {
          flag,
          value: wanted.value,
          environment,
          reason,
          requestedBy: call.requestedBy,
          actionId: call.actionId,
          ...(call.incidentId && { incidentId: call.incidentId }),
        },
        headers: { 'Idempotency-Key': call.actionId },
        signal: call.signal,
      });
      return { state: 'applied' };
    },

    async readBack(wanted, { actionId, signal }) {
      const look = settling.look(actionId);
      const system = find(wanted);
      if (!system.read)
        return {
          state: 'unknown',
          error:
            'The answer was lost, and the configuration does not say where the flag can be read',
        };
      const now = await readValue(system, wanted, signal);
      if (now === wanted.value) return { state: 'applied' };
      if (now === wanted.from)
        return look.absent(`The value of ${wanted.flag}`);
      return {
        state: 'unknown',
        error: `${wanted.flag} is ${now}, which is neither what it was nor what it was set to`,
      };
    },

    async observe(wanted, _result, { signal }) {
      const { flag } = wanted;
      const system = find(wanted);
      if (!system.read) return { state: 'done', text: `${flag} was set` };
      const now = await readValue(system, wanted, signal);
      return {
        state: now === wanted.value ? 'done' : 'progressing',
        text: `${flag} is ${now}`,
      };
    },

    undo: ({ system, flag, from }) =>
      from === undefined
        ? undefined
        : { action: 'flags:set', input: { system, flag, value: from } },
  });
}

/**
 * The value of a flag; undefined where the configuration does not say how to read it.
 *
 * @throws ActionRefusal when there is no such flag, or it has no plain value
 */
async function readValue(
  system: FlagSystem,
  wanted: { flag: string; environment: string },
  signal: AbortSignal,
): Promise<Value | undefined> {
  const { read } = system;
  if (!read) return undefined;
  const { flag, environment } = wanted;
  let text: string;
  try {
    ({ text } = await sendOnce(system, {
      method: read.method,
      url: fill(read.url, wanted),
      ...(read.method === 'POST' && { body: { context: { environment } } }),
      signal,
    }));
  } catch (error) {
    if (error instanceof VendorError && error.status === 404)
      throw ActionRefusal.of(
        say('no-flag', `There is no flag ${flag} in ${system.name}`, {
          flag,
          system: system.name,
        }),
      );
    throw error;
  }
  const found = value.safeParse(fieldOf(text, read.field));
  if (!found.success)
    throw new VendorError(
      'bad-answer',
      `${system.name} told no plain value of ${flag}`,
    );
  return found.data;
}

function fieldOf(text: string, path: string[]): JsonValue | undefined {
  let at: JsonValue | undefined;
  try {
    at = JSON.parse(text);
  } catch {
    return undefined;
  }
  for (const name of path) {
    if (typeof at !== 'object' || at === null || Array.isArray(at))
      return undefined;
    at = Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return at;
}

function fill(
  template: string,
  { flag, environment }: { flag: string; environment: string },
): URL {
  return new URL(
    template
      .replaceAll('{flag}', () => encodeURIComponent(flag))
      .replaceAll('{environment}', () => encodeURIComponent(environment)),
  );
}
