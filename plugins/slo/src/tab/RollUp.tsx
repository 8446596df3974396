import { parseEntityRef } from '@backstage/catalog-model';
import type { ObjectivePage } from '@ghostlight/plugin-slo-common';
import { StatusCounts, useFormats } from '@ghostlight/reliability-react';
import { nameOf } from '../answer';
import { useSummary } from '../hooks';
import shared from '../slo.module.css';
import { useSloText } from '../translation';

const groupings = {
  system: 'system',
  domain: 'domain',
  group: 'owner',
} as const;

/** A system, domain or team as one: its objectives by health and their composite budget. */
export function RollUp(props: { entityRef: string; page: ObjectivePage }) {
  const t = useSloText();
  const format = useFormats();
  const { entityRef, page } = props;
  const { kind } = parseEntityRef(entityRef);
  const by =
    kind in groupings ? groupings[kind as keyof typeof groupings] : 'system';
  const summary = useSummary(by);
  const item = summary.data?.items.find(each => each.ref === entityRef);
  return (
    <div className={shared.row}>
      <span>
        {t('tab.systemAnswer', {
          service: nameOf(entityRef),
          count: page.totalItems,
        })}
      </span>
      <StatusCounts counts={page.counts} hideZero />
      {item && item.leftRatio !== null && (
        <span className={shared.muted}>
          {t('tab.compositeLeft', { left: format.percent(item.leftRatio) })}
        </span>
      )}
    </div>
  );
}
