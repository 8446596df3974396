import { AuthenticationError, InputError } from '@backstage/errors';
import {
  anySame,
  createRawBodyReader,
  hmacHex,
} from '@ghostlight/reliability-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { answerProtectionRule } from './answerProtectionRule';

/** Where GitHub's app sends its events, under the base address of the plugin. */
export const protectionPath = '/github/protection-rule';

/** GitHub waits ten seconds. */
const patienceMs = 9_000;
const maxBody = 1024 * 1024;

/** Takes events of the app that is the protection rule, signed over the raw body. */
export function createProtectionRouter(
  options: Omit<
    Parameters<typeof answerProtectionRule>[0],
    'body' | 'signal'
  > & { secret: string },
): Router {
  const { secret, ...rest } = options;
  const readRaw = createRawBodyReader(maxBody);
  const router = PromiseRouter();
  router.post(protectionPath, async (request, response) => {
    const body = await readRaw(request, response);
    const shown = request.header('x-hub-signature-256') ?? '';
    const expected = `sha256=${hmacHex('sha256', secret, body)}`;
    if (!anySame([shown], [expected]))
      throw new AuthenticationError(
        'The signature X-Hub-Signature-256 is not that of delivery.github.protectionRule.secret',
      );
    if (request.header('x-github-event') !== 'deployment_protection_rule') {
      response.status(204).end();
      return;
    }
    const answer = await answerProtectionRule({
      ...rest,
      body: parse(body.toString('utf8')),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer) response.json(answer);
    else response.status(204).end();
  });
  return router;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('The body is no JSON; choose application/json');
  }
}
