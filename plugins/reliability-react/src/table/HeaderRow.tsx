import { useTexts } from '../texts/useTexts';
import { DataColumn, DataSort } from './column';
import classes from './table.module.css';

/** Titles; sortable ones are buttons. */
export function HeaderRow<T>(props: {
  columns: ReadonlyArray<DataColumn<T>>;
  template: string;
  height: number;
  minWidth: number;
  sort: DataSort | undefined;
  onSortChange: ((sort: DataSort) => void) | undefined;
}) {
  const { columns, template, height, minWidth, sort, onSortChange } = props;
  return (
    <div role="rowgroup" className={classes.head} style={{ minWidth }}>
      <div
        role="row"
        aria-rowindex={1}
        className={classes.headRow}
        style={{ gridTemplateColumns: template, height }}
      >
        {columns.map((column, index) => {
          const direction =
            sort?.column === column.id ? sort.direction : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={ariaSort(column, direction)}
              className={classes.cell}
              data-align={column.align}
            >
              {column.sortable && onSortChange ? (
                <SortButton
                  title={column.title}
                  direction={direction}
                  onSort={next =>
                    onSortChange({ column: column.id, direction: next })
                  }
                />
              ) : (
                <span className={classes.title}>{column.title}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ariaSort<T>(
  column: DataColumn<T>,
  direction: DataSort['direction'] | undefined,
) {
  if (!column.sortable) {
    return undefined;
  }
  if (!direction) {
    return 'none';
  }
  return direction === 'asc' ? 'ascending' : 'descending';
}

function SortButton(props: {
  title: string;
  direction: DataSort['direction'] | undefined;
  onSort: (direction: DataSort['direction']) => void;
}) {
  const { title, direction, onSort } = props;
  const { t } = useTexts();
  return (
    <button
      type="button"
      className={classes.sort}
      title={t('table.sortBy', { column: title })}
      onClick={() => onSort(direction === 'asc' ? 'desc' : 'asc')}
    >
      <span className={classes.title}>{title}</span>
      <svg
        width={8}
        height={10}
        viewBox="0 0 8 10"
        aria-hidden="true"
        className={classes.arrow}
        data-direction={direction ?? 'none'}
      >
        <path
          d="M4 1v8M1 4l3-3 3 3"
          fill="none"
          stroke="currentColor"
          strokeWidth={1.4}
        />
      </svg>
    </button>
  );
}
