import type { TriageReport } from '@ghostlight/plugin-incidents-common';

/** Of a hundred suspects like it, fewer were right. */
const UNLIKELY = 0.05;

/** The suspects that are worth looking at first: all that are likely, and some in any case. */
export function likelyOf(report: TriageReport): TriageReport['suspects'] {
  const { suspects, verdict } = report;
  const least = verdict === 'identified' || verdict === 'probable' ? 1 : 3;
  const unlikely = suspects.findIndex(
    ({ confidence }, index) => index >= least && confidence < UNLIKELY,
  );
  return unlikely < 0 ? suspects : suspects.slice(0, unlikely);
}
