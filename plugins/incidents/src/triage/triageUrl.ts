import { urlField } from '@ghostlight/reliability-react';

/** All that a link to a triage restores. */
export const triageUrl = {
  /** The record that is looked at: `E4` of the ranking, `TRI-0007:E4` of an analysis. */
  evidence: urlField.text(),
  /** The analysis that is shown; the latest when empty. */
  run: urlField.text(),
};
