import type { JsonObject, JsonValue } from '@backstage/types';
import {
  ActionRefusal,
  createVendorAction,
  plainLine,
  Settling,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { cleanText } from '@ghostlight/reliability-node';
import { z } from 'zod';
import type { Webhook } from '../config/readHttpConfig';
import { say } from '../say';
import { lookAfter } from '../send/lookAfter';
import { sendOnce } from '../send/sendOnce';

const usualArriveMs = 5_000;
const mostCharacters = 64 * 1024;
/** Of an answer, in the result; all that was read goes into the output. */
const mostAnswer = 2_000;

const input = z.strictObject({
  url: plainLine(2_000),
  method: z.enum(['POST', 'PUT']).default('POST'),
  body: z
    .record(z.string(), z.json())
    .refine(
      all => JSON.stringify(all).length <= mostCharacters,
      `more than ${mostCharacters} characters`,
    )
    .refine(
      all => !JSON.stringify(all).includes('\\u0000'),
      'has control characters',
    )
    .optional(),
});

const pinned = z.object({
  url: z.string(),
  method: z.enum(['POST', 'PUT']),
  body: z.record(z.string(), z.json()).optional(),
  environment: z.string(),
});

type Pinned = z.output<typeof pinned>;

/** Calls a webhook of the configuration. */
export function callWebhook(
  webhooks: Webhook[],
  options: { arriveMs?: number } = {},
): Action {
  const settling = Settling.create({
    settleMs: options.arriveMs ?? usualArriveMs,
  });
  return createVendorAction<z.output<typeof input>, Pinned>({
    id: 'http:webhook',
    module: 'http',
    title: 'Call a webhook',
    description: 'Sends JSON to an address that the configuration allows',
    input,
    pinned,
    reads: [],
    changes: ['Whatever the receiver does'],
    reversible: false,
    idempotent: webhooks.every(({ idempotent }) => idempotent),
    timeout: 5 * 60_000,

    async plan(wanted, { environment }) {
      const { url } = find(webhooks, { ...wanted, environment });
      const address = `${url.origin}${url.pathname}`;
      return {
        target: `http/${url.host}${url.pathname}`,
        title: say('webhook', `${wanted.method} ${address}`, {
          method: wanted.method,
          url: address,
        }),
        changes: Object.entries(wanted.body ?? {})
          .slice(0, 50)
          .map(([label, value]) => ({
            label,
            to: wordOf(value as JsonValue),
          })),
        refusals: [],
        pinned: {
          url: url.href,
          method: wanted.method,
          ...(wanted.body && { body: wanted.body }),
          environment,
        },
      };
    },

    async act(wanted, _input, { actionId, signal, output }) {
      const { webhook, url } = find(webhooks, wanted);
      const answer = await sendOnce(webhook, {
        method: wanted.method,
        url,
        body: (wanted.body ?? {}) as JsonObject,
        headers: { 'Idempotency-Key': actionId },
        signal,
      });
      if (answer.text) output(`${answer.text}\n`);
      return {
        state: 'applied',
        result: {
          status: answer.status,
          answer: cleanText(answer.text, mostAnswer),
        },
      };
    },

    readBack: (wanted, call) =>
      lookAfter(find(webhooks, wanted).webhook, settling, call),
  });
}

/**
 * The entry of the configuration that allows an address.
 *
 * @throws ActionRefusal when none does
 */
function find(
  webhooks: Webhook[],
  wanted: { url: string; method: string; environment: string },
): { webhook: Webhook; url: URL } {
  const url = URL.canParse(wanted.url) ? new URL(wanted.url) : undefined;
  const shown = url ? `${url.origin}${url.pathname}` : 'The address';
  const isPlain =
    url &&
    !url.username &&
    !url.password &&
    !url.hash &&
    // What another server could take for a slash or a step upwards.
    !/%2f|%5c|%2e|\\|\/\//i.test(url.pathname);
  const webhook = webhooks.find(
    one =>
      isPlain &&
      one.url.origin === url.origin &&
      isBelow(one.url.pathname, url.pathname) &&
      (one.query || one.url.search === url.search) &&
      one.methods.some(method => method === wanted.method) &&
      (!one.environment || one.environment === wanted.environment),
  );
  if (!url || !webhook)
    throw ActionRefusal.of(
      say(
        'not-allowed',
        `${wanted.method} ${shown} is not among what may be called for ${wanted.environment}`,
        { method: wanted.method, url: shown, environment: wanted.environment },
      ),
    );
  return { webhook, url };
}

function isBelow(prefix: string, path: string): boolean {
  return (
    path === prefix ||
    path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)
  );
}

function wordOf(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.slice(0, 200);
}
