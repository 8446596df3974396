import { InputError } from '@backstage/errors';
import type { Gate } from '@ghostlight/plugin-delivery-common';
import { z } from 'zod';

/**
 * What Flagger sends to its webhooks (docs.flagger.app, “Webhooks”, read for 1.42): name, namespace and
 * phase of the Canary, and `metadata` as the Canary's author wrote it.
 */
const call = z.object({
  name: z.string().max(253),
  namespace: z.string().max(253),
  phase: z.string().max(60).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});

/**
 * What the gate is asked by a webhook of Flagger. The Canary's metadata names `entityRef`, and may name
 * `environment` and `version`.
 *
 * @returns `noted` for an event, which asks nothing
 * @throws InputError that names the field and the fix
 */
export function readFlaggerCall(
  webhook: string,
  body: unknown,
):
  | 'noted'
  | {
      entityRef: string;
      environment?: string;
      version?: string;
      purpose: 'deploy';
    } {
  if (webhook === 'event') return 'noted';
  const read = call.safeParse(body);
  if (!read.success)
    throw new InputError(
      `${
        read.error.issues[0].path.join('.') || 'body'
      }: not as Flagger sends it`,
    );
  const { entityRef, environment, version } = read.data.metadata ?? {};
  if (!entityRef)
    throw new InputError(
      'metadata.entityRef: name the entity in the metadata of this webhook in the Canary',
    );
  return { entityRef, environment, version, purpose: 'deploy' };
}

/** Checks of what users see; a freeze that begins is no reason to go back. */
const ofHealth = ['budget', 'incidents'];

/** Whether the answer is 200: the Canary goes on, or, to `rollback`, it goes back. */
export function answerFlagger(
  webhook: string,
  { verdict, checks }: Gate,
): boolean {
  if (webhook !== 'rollback') return verdict === 'allow' || verdict === 'warn';
  const isIll = checks.some(
    check => check.verdict === 'fail' && ofHealth.includes(check.id),
  );
  return verdict === 'deny' && isIll;
}
