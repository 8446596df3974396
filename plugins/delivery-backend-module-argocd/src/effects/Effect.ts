import type { ActOutcome, ReadBack } from '@ghostlight/plugin-delivery-node';
import { VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import type { Application } from '../argo/Application';
import type { AppName, ArgoClient } from '../argo/ArgoClient';
import type { Instances } from '../argo/Instances';

/** What an effect is given. */
export interface EffectCall {
  instances: Instances;
  actionId: string;
  signal: AbortSignal;
  /** Ask whether it would be taken, and change nothing. */
  dryRun?: boolean;
}

/** One way to change an application, from what a plan pinned. */
export interface Effect {
  write(pinned: unknown, call: EffectCall): Promise<ActOutcome>;
  readBack(pinned: unknown, call: EffectCall): Promise<ReadBack>;
}

/** Which application. */
export const appSchema = z.object({
  instance: z.string(),
  namespace: z.string(),
  name: z.string(),
  project: z.string(),
  uid: z.string(),
});

export type AppRef = z.output<typeof appSchema>;

/** The application of a plan as it is now. */
export interface Found {
  client: ArgoClient;
  name: AppName;
  app: Application;
}

/** @returns why it cannot be acted on when it is gone, was made anew or is being deleted */
export async function findApp(
  { instance, namespace, name, project, uid }: AppRef,
  { instances, signal }: EffectCall,
): Promise<Found | { refuse: string }> {
  const client = instances.client(instance);
  const appName = { namespace, name, project };
  const app = await client.find(appName, signal);
  if (!app)
    return {
      refuse: `Application ${name} is not there (any more) in ${instance}`,
    };
  if (app.metadata.uid !== uid)
    return {
      refuse: `Application ${name} was deleted and made anew meanwhile; plan again`,
    };
  if (app.metadata.deletionTimestamp)
    return { refuse: `Application ${name} is being deleted` };
  return { client, name: appName, app };
}

/**
 * What became of a request that changes something: done, or refused in the server's words. When it is not
 * known, that is thrown.
 */
export async function attempt(
  work: () => Promise<void>,
): Promise<ActOutcome & { conflict?: boolean }> {
  try {
    await work();
    return { state: 'applied' };
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    const { message } = error;
    // Both are said with status 500 by some versions, and before anything is written.
    const busy = message.includes('another operation is already in progress');
    const conflict = message.includes('error applying patch');
    if (busy) return { state: 'refused', error: message };
    if (conflict) return { state: 'refused', error: message, conflict };
    if (error.refused && error.reason !== 'rate-limited')
      return { state: 'refused', error: message };
    throw error;
  }
}

/** Refuses what the token may not do. */
export async function refuseForbidden(
  { client, name, app }: Found,
  action: 'sync' | 'update',
  signal: AbortSignal,
): Promise<string | undefined> {
  if (await client.may(action, name, app.spec.project, signal))
    return undefined;
  return `The token for Argo CD ${client.instance.name} may not ${action} application ${app.spec.project}/${name.name}: give its account "p, <account>, applications, ${action}, ${app.spec.project}/${name.name}, allow"`;
}
