import { useTexts } from '../texts/useTexts';
import { STATUS_KEYS, StatusName, TONE_COLOUR, toneOf } from './status';
import { StatusShape } from './StatusShape';
import classes from './status.module.css';

/**
 * Properties of {@link StatusWord}.
 *
 * @public
 */
export interface StatusWordProps {
  /** The status to say. */
  status: StatusName;
  /** `large` for the head of a card or page. Default `medium`. */
  size?: 'medium' | 'large';
}

/**
 * A status as shape and word.
 *
 * @public
 */
export function StatusWord(props: StatusWordProps) {
  const { status, size = 'medium' } = props;
  const { t } = useTexts();
  return (
    <span
      className={classes.word}
      data-size={size}
      data-status={status}
      style={{ color: TONE_COLOUR[toneOf(status)] }}
    >
      <StatusShape status={status} size={size === 'large' ? 14 : 11} />
      {t(STATUS_KEYS[status])}
    </span>
  );
}
