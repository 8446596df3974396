import { VisuallyHidden } from '@backstage/ui';
import { KEYBOARD_SCROLL } from '../state/keyboardScroll';
import { useTexts } from '../texts/useTexts';
import { ChartTable } from './chartTable';
import classes from './chart.module.css';

const MOST_ROWS = 1000;

/** A chart's numbers, newest first, in a table that scrolls by keyboard. */
export function NumbersTable(props: { caption: string; table: ChartTable }) {
  const { caption, table } = props;
  const { t, format } = useTexts();
  const rows = table.rows.slice(-MOST_ROWS).reverse();
  return (
    <>
      <section
        className={classes.tableScroll}
        {...KEYBOARD_SCROLL}
        aria-label={caption}
      >
        <table className={classes.table}>
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              {table.columns.map(column => (
                <th
                  key={column.title}
                  scope="col"
                  data-text={column.text || undefined}
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {row.map((value, column) => {
                  const Cell = column === 0 ? 'th' : 'td';
                  return (
                    <Cell
                      key={column}
                      scope={column === 0 ? 'row' : undefined}
                      data-text={table.columns[column].text || undefined}
                      style={column === 0 ? { fontWeight: 400 } : undefined}
                    >
                      {value}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.rows.length > MOST_ROWS && (
        <div className={classes.summary}>
          {t('chart.rowsShown', {
            shown: format.count(MOST_ROWS),
            total: format.count(table.rows.length),
          })}
        </div>
      )}
    </>
  );
}
