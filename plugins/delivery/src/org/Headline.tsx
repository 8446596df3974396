import type { Overview } from '@ghostlight/plugin-delivery-common';
import {
  pageClasses as classes,
  useFormats,
} from '@ghostlight/reliability-react';
import { useDeliveryText, type DeliveryText } from '../translation';

type Counts = Overview['counts'];

/** “3 of 41 services run a version that counts as failed; 2 are going out now.” */
export function headlineOf(counts: Counts, t: DeliveryText): string {
  const { running } = counts;
  const out =
    running > 0
      ? t('overview.headOut', { count: running })
      : t('overview.headOutNone');
  return `${failedOf(counts, t)} ${out}`;
}

function failedOf({ entities, failing }: Counts, t: DeliveryText): string {
  if (failing === 0) return t('overview.headCalm', { count: entities });
  if (entities === 1) return t('overview.headOnly');
  return t('overview.headFailing', { count: failing, total: String(entities) });
}

/** Is anything going wrong? In one sentence, and then the counts. */
export function Headline({ overview }: { overview: Overview }) {
  const t = useDeliveryText();
  const format = useFormats();
  const { entities, deployedToday, running, failing, rollbacks30d } =
    overview.counts;
  const counts = [
    ['services', entities],
    ['failing', failing],
    ['out', running],
    ['today', deployedToday],
    ['rollbacks', rollbacks30d],
  ] as const;
  return (
    <>
      <h2 className={classes.sentence}>{headlineOf(overview.counts, t)}</h2>
      <dl className={classes.counts}>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`overview.${name}`)}</dt>
            <dd>{format.count(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
