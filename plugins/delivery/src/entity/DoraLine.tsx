import { useFormats } from '@ghostlight/reliability-react';
import { doraText } from '../dora/doraText';
import { useDora } from '../hooks';
import { useDeliveryText } from '../translation';
import classes from './entity.module.css';

/** How often it goes out and how often that goes wrong, with what was counted. */
export function DoraLine(props: { entityRef: string; environment: string }) {
  const t = useDeliveryText();
  const format = useFormats();
  const { data } = useDora(props);
  // The card stands without it; the tab says why it is missing.
  if (!data) return null;
  const { deploymentFrequency: often, changeFailureRate: failures } = data;
  return (
    <p className={classes.muted}>
      {t('entity.dora', {
        often: doraText(often, { t, format }),
        n: String(often.n),
      })}{' '}
      {failures.value === undefined
        ? t('entity.doraFew', { n: String(failures.n) })
        : t('entity.doraFailures', {
            share: doraText(failures, { t, format }),
            n: String(failures.n),
          })}
    </p>
  );
}
