import { useFormats } from '../texts/useTexts';
import { RelativeTime } from './RelativeTime';
import { secondsOf } from './secondsOf';

/**
 * “14 min ago” of an ISO instant, with the absolute time at hand.
 *
 * @public
 */
export function When(props: {
  /** ISO 8601; none reads “never”. */
  iso: string | undefined;
  /** Show the absolute time too. Default false. */
  absolute?: boolean;
}) {
  return (
    <RelativeTime
      at={secondsOf(props.iso)}
      absolute={props.absolute ?? false}
    />
  );
}

/**
 * The time of day, “12:04”, of an ISO instant, with all of it as its title.
 *
 * @public
 */
export function Clock(props: {
  /** ISO 8601. */
  iso: string;
  /** With the day. Default false. */
  withDate?: boolean;
}) {
  const format = useFormats();
  const at = secondsOf(props.iso);
  return (
    <time dateTime={props.iso} title={format.time(at, 'full')}>
      {format.time(at, props.withDate ? 'dateTime' : 'time')}
    </time>
  );
}
