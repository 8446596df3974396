import { useTexts } from '../texts/useTexts';
import { COUNT_KEYS, STATUS_NAMES, StatusName } from './status';
import { StatusShape } from './StatusShape';
import classes from './status.module.css';

/**
 * Properties of {@link StatusCounts}.
 *
 * @public
 */
export interface StatusCountsProps {
  /** How many there are of each. */
  counts: Record<StatusName, number>;
  /** Statuses that are filtered for; shown as pressed. */
  selected?: readonly StatusName[];
  /** Makes each count a toggle that filters by its status. */
  onToggle?: (status: StatusName) => void;
  /** Leave out statuses with nothing in them. Default false. */
  hideZero?: boolean;
}

/**
 * “7 critical · 12 warning · 181 healthy …”, worst first, optionally as filter.
 *
 * @public
 */
export function StatusCounts(props: StatusCountsProps) {
  const { counts, selected = [], onToggle, hideZero = false } = props;
  const { t, format } = useTexts();
  const shown = STATUS_NAMES.filter(
    status => !hideZero || counts[status] > 0 || selected.includes(status),
  );
  return (
    <ul className={classes.counts} aria-label={t('status.countsLabel')}>
      {shown.map(status => {
        const content = (
          <>
            <StatusShape status={status} size={11} />
            <span>
              {t(COUNT_KEYS[status], {
                count: counts[status],
                number: format.count(counts[status]),
              })}
            </span>
          </>
        );
        return (
          <li key={status}>
            {onToggle ? (
              <button
                type="button"
                className={classes.count}
                aria-pressed={selected.includes(status)}
                onClick={() => onToggle(status)}
              >
                {content}
              </button>
            ) : (
              <span className={classes.count} data-zero={!counts[status]}>
                {content}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
