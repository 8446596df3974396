import { urlField, type UrlValues } from '@ghostlight/reliability-react';

/** All that a link to the plan of a run says. */
export const planUrl = {
  /** Ref of what it is run for. */
  entity: urlField.text(),
  environment: urlField.text(),
  /** Incident that asks for it. */
  incident: urlField.text(),
};

export type PlanUrl = UrlValues<typeof planUrl>;
