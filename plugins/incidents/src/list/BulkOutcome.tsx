import type { BulkResult } from '@ghostlight/plugin-incidents-common';
import { uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';

type Outcome = BulkResult['items'][number]['outcome'];

/** What did not work is told first. */
const order: Outcome[] = ['refused', 'missing', 'unchanged', 'changed'];

/** What came of each incident of a change to many. */
export function BulkOutcome({ result }: { result: BulkResult }) {
  const t = useIncidentsText();
  const changed = result.items.filter(each => each.outcome === 'changed');
  const sorted = [...result.items].sort(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome),
  );
  return (
    <div role="status">
      <p className={uiClasses.plain}>
        {t('bulk.done', {
          count: result.items.length,
          changed: String(changed.length),
        })}
      </p>
      <ul className={uiClasses.bullets}>
        {sorted.map(each => (
          <li key={each.id}>
            <strong>{each.id}</strong> {t(`bulk.outcome_${each.outcome}`)}
            {each.reason && `: ${each.reason}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
