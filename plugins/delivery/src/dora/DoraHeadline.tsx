import type { Dora } from '@ghostlight/plugin-delivery-common';
import {
  listOf,
  pageClasses as classes,
  useFormats,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { DORA_METRICS, type MetricKey } from './metrics';

/** How many of the five meet their target, which do not, and of which too little is known. */
export function DoraHeadline(props: { dora: Dora; days: number }) {
  const t = useDeliveryText();
  const { language } = useFormats();
  const { dora, days } = props;
  const those = (meets: boolean | undefined) =>
    DORA_METRICS.filter(name => dora[name].meets === meets);
  const names = (metrics: readonly MetricKey[]) =>
    listOf(
      metrics.map(name => t(`dora.${name}`).toLocaleLowerCase(language)),
      language,
    );
  const met = those(true).length;
  const missed = those(false);
  const tooFew = those(undefined);
  return (
    <h2 className={classes.sentence}>
      {met > 0
        ? t('dora.headMeets', {
            count: met,
            all: String(DORA_METRICS.length),
            days: String(days),
          })
        : t('dora.headNone', { days: String(days) })}
      {missed.length > 0 &&
        ` ${t('dora.headMissed', { names: names(missed) })}`}
      {tooFew.length > 0 &&
        ` ${t('dora.headTooFew', { names: names(tooFew) })}`}
    </h2>
  );
}
