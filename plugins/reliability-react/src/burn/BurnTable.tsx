import { VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';
import { BurnBullet } from './BurnBullet';
import { BurnState } from './BurnState';
import classes from './burn.module.css';

/**
 * One burn-rate alert with its two windows; the `slo` API's `BurnPair` fits.
 *
 * @public
 */
export interface BurnRow {
  /** Unique in the table, such as `page-1h`. */
  name: string;
  /** Whether it wakes somebody. */
  severity: 'page' | 'ticket';
  /** Window as written, such as `1h`. */
  long: string;
  /** Window as written, such as `5m`. */
  short: string;
  /** Burn rate at which both windows must be. */
  threshold: number;
  /** Null without events. */
  longRate: number | null;
  /** Null without events. */
  shortRate: number | null;
  /** `almost`: one of the two windows is over; `unreachable`: the target can never burn this fast. */
  state:
    | 'firing'
    | 'almost'
    | 'quiet'
    | 'unreachable'
    | 'too-few-events'
    | 'no-data';
  /** Epoch seconds. */
  firingSince?: number;
}

/**
 * Properties of {@link BurnTable}.
 *
 * @public
 */
export interface BurnTableProps {
  /** In the order in which they are shown. */
  rows: readonly BurnRow[];
  /** What burns, for the caption: the objective's title. */
  name?: string;
}

/**
 * The multi-window burn table: for each alert both windows with their rates,
 * the threshold, a bar for each against it, and the state in words.
 *
 * @public
 */
export function BurnTable(props: BurnTableProps) {
  const { rows, name } = props;
  const { t, format } = useTexts();
  if (rows.length === 0) {
    return <p className={classes.none}>{t('burn.empty')}</p>;
  }
  const caption = name ? `${name}: ${t('burn.caption')}` : t('burn.caption');
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('burn.severity')}</th>
            <th scope="col" colSpan={2}>
              {t('burn.long')}
            </th>
            <th scope="col" colSpan={2}>
              {t('burn.short')}
            </th>
            <th scope="col" data-number>
              {t('burn.threshold')}
            </th>
            <th scope="col" data-bullet>
              {t('burn.now')}
            </th>
            <th scope="col">{t('burn.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.name}>
              <th scope="row">{t(`burn.${row.severity}`)}</th>
              <td data-window>{format.window(row.long)}</td>
              <td data-number>{format.rate(row.longRate)}</td>
              <td data-window>{format.window(row.short)}</td>
              <td data-number>{format.rate(row.shortRate)}</td>
              <td data-number>{format.rate(row.threshold)}</td>
              <td data-bullet>
                <BurnBullet row={row} />
              </td>
              <td>
                <BurnState state={row.state} since={row.firingSince} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
