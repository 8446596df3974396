import { useTexts } from '../texts/useTexts';
import { useAge } from './useAge';

/**
 * Properties of {@link RelativeTime}.
 *
 * @public
 */
export interface RelativeTimeProps {
  /** Epoch seconds. Null reads “never”. */
  at: number | null | undefined;
  /** Show the absolute time too, before the age. Default false. */
  absolute?: boolean;
}

/**
 * “20 s ago”, with the absolute time in the reader's zone as its title.
 *
 * @public
 */
export function RelativeTime(props: RelativeTimeProps) {
  const { at, absolute = false } = props;
  const { format } = useTexts();
  const age = useAge(at);
  if (at === null || at === undefined) {
    return <span>{age}</span>;
  }
  return (
    <time
      dateTime={new Date(at * 1000).toISOString()}
      title={format.time(at, 'full')}
      style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
    >
      {absolute ? `${format.time(at, 'dateTime')} (${age})` : age}
    </time>
  );
}
