import { RelativeTime, useFormats } from '@ghostlight/reliability-react';
import { secondsOf } from './secondsOf';

/** “14 min ago” of an ISO instant, with the absolute time at hand. */
export function When(props: { iso: string | undefined; absolute?: boolean }) {
  return (
    <RelativeTime
      at={secondsOf(props.iso)}
      absolute={props.absolute ?? false}
    />
  );
}

/** The time of day, “12:04”, of an ISO instant, with all of it as its title. */
export function Clock(props: { iso: string; withDate?: boolean }) {
  const format = useFormats();
  const at = secondsOf(props.iso);
  return (
    <time dateTime={props.iso} title={format.time(at, 'full')}>
      {format.time(at, props.withDate ? 'dateTime' : 'time')}
    </time>
  );
}
