import type { PlanRequest } from '@ghostlight/plugin-delivery-common';
import { urlField, type UrlValues } from '@ghostlight/reliability-react';

/** All that a link to the plan of a rollback says. */
export const planUrl = {
  entityRef: urlField.text(),
  environment: urlField.text(),
  incident: urlField.text(),
  /** Deployment to go back to. */
  to: urlField.text(),
  /** Or a revision of the platform. */
  revision: urlField.text(),
  /** Ref of the target, where an environment has several. */
  target: urlField.text(),
};

export type PlanUrl = UrlValues<typeof planUrl>;

/** What is asked of the backend. */
export function planRequestOf(url: PlanUrl): PlanRequest {
  return {
    entityRef: url.entityRef,
    environment: url.environment || undefined,
    incidentId: url.incident || undefined,
    toDeploymentId: url.to || undefined,
    toRevision: url.revision || undefined,
    target: url.target || undefined,
  };
}
