import type { Freeze } from '@ghostlight/plugin-delivery-common';
import {
  pageClasses as classes,
  secondsOf,
  useFormats,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { isInForce } from './isInForce';

/** Is something held back now, and when will it be? */
export function FreezeHeadline({ freezes }: { freezes: Freeze[] }) {
  const t = useDeliveryText();
  const format = useFormats();
  const time = (iso: string) => format.time(secondsOf(iso), 'dateTime');
  const now = freezes.filter(each => isInForce(each));
  const last = now
    .map(each => each.until)
    .sort()
    .at(-1);
  // They come the earliest first.
  const next = freezes.find(each => Date.parse(each.from) > Date.now());
  return (
    <h2 className={classes.sentence}>
      {last === undefined
        ? t('freezes.nowNone')
        : t('freezes.now', { count: now.length, until: time(last) })}{' '}
      {next
        ? t('freezes.next', { title: next.title, from: time(next.from) })
        : t('freezes.nextNone')}
    </h2>
  );
}
