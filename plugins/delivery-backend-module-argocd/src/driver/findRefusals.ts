import type { Sentence } from '@ghostlight/plugin-delivery-common';
import type { ActOutcome, DriverStep } from '@ghostlight/plugin-delivery-node';
import { VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import type { Application } from '../argo/Application';
import type { ArgoClient } from '../argo/ArgoClient';
import { nameOf } from '../argo/Revisions';

const windowsSchema = z.object({ canSync: z.boolean().nullish() });

/** Why a plan cannot be applied as things stand. */
export async function findRefusals(options: {
  client: ArgoClient;
  app: Application;
  /** Whether it is there already. */
  there: boolean;
  version: string;
  steps: DriverStep[];
  dryRun(step: DriverStep): Promise<ActOutcome>;
  signal: AbortSignal;
}): Promise<Sentence[]> {
  const { client, app, there, version, steps, dryRun, signal } = options;
  const { name } = app.metadata;
  if (there)
    return [
      say('argocd.there', `Application ${name} has ${version} already`, {
        name,
        version,
      }),
    ];
  const [outcomes, isOpen] = await Promise.all([
    Promise.all(steps.map(dryRun)),
    canSync(client, app, signal),
  ]);
  return [
    ...(isOpen
      ? []
      : [
          say(
            'argocd.window',
            `A sync window of project ${app.spec.project} is closed for application ${name}`,
            { name, project: app.spec.project },
          ),
        ]),
    ...outcomes.flatMap(outcome =>
      outcome.state === 'refused' ? say('argocd.refused', outcome.error) : [],
    ),
  ];
}

async function canSync(
  client: ArgoClient,
  app: Application,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const answer = await client.look(nameOf(app), 'syncwindows', signal);
    const { success, data } = windowsSchema.safeParse(answer);
    // What is false is left out, and so is everything when there are no windows at all.
    return !success || data.canSync !== false;
  } catch (error) {
    if (error instanceof VendorError && error.refused) return true;
    throw error;
  }
}

function say(
  code: string,
  text: string,
  params: Record<string, string> = {},
): Sentence {
  return { code, text, params: { text, ...params } };
}
