import type { Mode } from '@ghostlight/plugin-runbooks-common';
import { urlField } from '@ghostlight/reliability-react';

export const MODES: readonly Mode[] = ['suggest', 'approve', 'auto'];

/** Days over which is told what was done. */
export const SPANS = ['7', '30', '90', '365'] as const;

/** All that a link to the page restores. */
export const remediationUrl = {
  q: urlField.text(),
  entity: urlField.text(),
  owner: urlField.text(),
  mode: urlField.someOf<Mode>(MODES),
  days: urlField.oneOf(SPANS, '30'),
};
