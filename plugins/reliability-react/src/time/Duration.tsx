import { DurationUnit } from '../format/formatDuration';
import { useFormats } from '../texts/useTexts';

/**
 * Properties of {@link Duration}.
 *
 * @public
 */
export interface DurationProps {
  /** Null prints `–`. */
  seconds: number | null | undefined;
  /** Print in this unit only. By default the unit follows the length. */
  unit?: DurationUnit;
}

/**
 * A length of time: “13.4 min”, “2 h 5 min”.
 *
 * @public
 */
export function Duration(props: DurationProps) {
  const { seconds, unit } = props;
  const text = useFormats().duration(seconds, { unit });
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) {
    return <span>{text}</span>;
  }
  return (
    <time
      dateTime={
        seconds >= 0 ? `PT${Math.round(seconds * 1000) / 1000}S` : undefined
      }
      style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
    >
      {text}
    </time>
  );
}
