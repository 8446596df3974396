import type { Outcome } from '@ghostlight/plugin-delivery-common';
import type { Deployment, WorkflowRun } from '../client/schemas';

/** A tag that says a version: `v2.3.4`, `payments/2.3`. */
export function versionOfRef(
  ref: string | null | undefined,
): string | undefined {
  const name = ref?.replace(/^refs\/(tags|heads)\//, '');
  return name && /^([\w.-]+[/@-])?v?\d+(\.\d+)+([-+.][\w.-]+)?$/.test(name)
    ? name
    : undefined;
}

export function shortOf(sha: string): string {
  return sha.slice(0, 7);
}

/** What the creator of a deployment wrote with it; GitHub keeps it as an object or as text. */
export function payloadOf({ payload }: Deployment): Record<string, unknown> {
  const value = typeof payload === 'string' ? parsed(payload) : payload;
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As the adapter of webhooks names it. */
export function versionOfDeployment(deployment: Deployment): string {
  const { version } = payloadOf(deployment);
  return (
    (typeof version === 'string' && version) ||
    versionOfRef(deployment.ref) ||
    shortOf(deployment.sha)
  );
}

export function outcomeOfState(state: string | undefined): Outcome {
  switch (state) {
    case 'success':
    case 'inactive':
      return 'succeeded';
    case 'failure':
    case 'error':
      return 'failed';
    default:
      return 'running';
  }
}

export function outcomeOfRun({ status, conclusion }: WorkflowRun): Outcome {
  if (status !== 'completed') return 'running';
  switch (conclusion) {
    case 'success':
      return 'succeeded';
    case 'failure':
    case 'timed_out':
    case 'startup_failure':
      return 'failed';
    case 'cancelled':
    case 'skipped':
    case 'stale':
      return 'cancelled';
    default:
      return 'unknown';
  }
}

/** The action that a run belongs to, where the workflow writes it into its name. */
export function actionIn(title: string | null | undefined): string | undefined {
  return /\[ghostlight:([^\]\s]{1,100})\]/.exec(title ?? '')?.[1];
}

export function timeOf(text: string | null | undefined): number | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : at;
}
