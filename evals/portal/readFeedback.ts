import type { TriageSpend } from '@ghostlight/plugin-incidents-common';
import { askIncidents } from '../../packages/cli/src/portal';
import { table } from '../runner/tables';

const days = 28;

/**
 * What the people of a portal said of its analyses, as Markdown: found right now and before, and how often
 * true causes were among the suspects. The token in `GHOSTLIGHT_TOKEN` goes along; its owner has to be
 * allowed to see what triage costs.
 */
export async function readFeedback(url: string): Promise<string> {
  const spend: TriageSpend = await askIncidents(url, client =>
    client.request('get', '/v1/triage/spend', { params: { query: { days } } }),
  );
  return feedbackTable(spend.feedback);
}

export function feedbackTable({
  right,
  wrong,
  n,
  acceptance,
  before,
  causes,
}: TriageSpend['feedback']): string {
  const few = 'too few';
  const percent = (share: number | undefined) =>
    share === undefined ? few : `${Math.round(share * 1000) / 10} %`;
  const share = (part: number, of: number) =>
    of ? percent(part / of) : 'none told';
  const drift =
    acceptance === undefined || before === undefined
      ? few
      : `${acceptance < before ? '−' : '+'}${(
          Math.abs(acceptance - before) * 100
        ).toFixed(1)} points`;
  return table([
    ['what people said', 'value', 'of'],
    [`found right, last ${days} days`, percent(acceptance), String(n)],
    ['judged right', String(right), String(n)],
    ['judged wrong', String(wrong), String(n)],
    [`found right, the ${days} days before`, percent(before), ''],
    ['drift', drift, ''],
    [
      'true cause was the first suspect of the ranking',
      share(causes.first, causes.n),
      String(causes.n),
    ],
    [
      'true cause was among its first three',
      share(causes.three, causes.n),
      String(causes.n),
    ],
    [
      'true cause was the first hypothesis of the model',
      share(causes.modelFirst, causes.analysed),
      String(causes.analysed),
    ],
    [
      'true cause was among its first three hypotheses',
      share(causes.modelThree, causes.analysed),
      String(causes.analysed),
    ],
  ]);
}
