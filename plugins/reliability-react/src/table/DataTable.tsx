import {
  MouseEvent,
  ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import {
  defaultRangeExtractor,
  Range,
  useVirtualizer,
} from '@tanstack/react-virtual';
import { useTexts } from '../texts/useTexts';
import { DataColumn, DataSort, DEFAULT_TRACK, leastWidth } from './column';
import { ColumnChooser } from './ColumnChooser';
import { HeaderRow } from './HeaderRow';
import { observeHeight } from './observeHeight';
import { useRowFocus } from './useRowFocus';
import classes from './table.module.css';

/**
 * Properties of {@link DataTable}.
 *
 * @public
 */
export interface DataTableProps<T> {
  /** Names the table for assistive technology. */
  label: string;
  /** In the order in which they are shown. Keep it the same between renders where possible. */
  columns: ReadonlyArray<DataColumn<T>>;
  /** The rows that are loaded, sorted. */
  rows: readonly T[];
  /** Identifies a row; the focus follows it. Declare it outside the component. */
  rowKey: (row: T) => string;
  /** How many rows there are, loaded or not. Default what is loaded. */
  totalRows?: number;
  /** By what the rows are sorted. */
  sort?: DataSort;
  /** Makes the headers of sortable columns buttons. */
  onSortChange?: (sort: DataSort) => void;
  /** Ids of the columns that are shown. Default all. */
  visibleColumns?: readonly string[];
  /** Offers the column chooser. */
  onVisibleColumnsChange?: (ids: string[]) => void;
  /** Enter on a row, or a click beside its links. */
  onOpenRow?: (row: T) => void;
  /** Rows beyond `rows` exist. Default false. */
  hasMore?: boolean;
  /** Further rows are being read. */
  isLoadingMore?: boolean;
  /** Called when the reader nears the last loaded row. */
  onEndReached?: () => void;
  /** Pixels; all rows are the same. Default 44. */
  rowHeight?: number;
  /** CSS height of the table's window. Default `min(70vh, 720px)`. */
  height?: string;
  /** Left of the column chooser: a sentence, filters. */
  toolbar?: ReactNode;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
}

const HEADER_HEIGHT = 36;
/** Rows before the end at which more are asked for. */
const AHEAD = 20;

/**
 * A table of any length that draws only what is in sight. One row at a time
 * has the focus: arrows, Page Up/Down, Home and End move it, Enter opens it,
 * left and right go through its links. The focused row is always drawn, so
 * jumping or scrolling far never loses the focus.
 *
 * @public
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { columns, rows, rowKey, rowHeight = 44, onOpenRow } = props;
  const { hasMore = false, isLoadingMore = false, onEndReached } = props;
  const { t, format } = useTexts();
  const grid = useRef<HTMLDivElement>(null);

  const shown = useMemo(() => {
    const wanted = props.visibleColumns;
    return columns.filter(
      column => column.required || !wanted || wanted.includes(column.id),
    );
  }, [columns, props.visibleColumns]);
  const template = shown.map(column => column.width ?? DEFAULT_TRACK).join(' ');
  // header and rows are grids of their own: the same width makes them line up
  const minWidth = shown.reduce((sum, column) => sum + leastWidth(column), 0);

  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey]);
  const scroll = useRef<(index: number) => void>();
  const focus = useRowFocus({
    grid,
    keys,
    page: () =>
      Math.max(
        1,
        Math.floor(
          ((grid.current?.clientHeight || 600) - HEADER_HEIGHT) / rowHeight,
        ) - 1,
      ),
    scrollTo: index => scroll.current?.(index),
    onOpen: index => onOpenRow?.(rows[index]),
  });
  const { activeIndex } = focus;

  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    getItemKey: useCallback((index: number) => keys[index], [keys]),
    overscan: 6,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    initialRect: { width: 800, height: 600 },
    observeElementRect: observeHeight,
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        if (activeIndex < 0 || indexes.includes(activeIndex)) {
          return indexes;
        }
        return [...indexes, activeIndex].sort((a, b) => a - b);
      },
      [activeIndex],
    ),
  });
  scroll.current = index => virtual.scrollToIndex(index, { align: 'auto' });

  const end = Math.max(virtual.range?.endIndex ?? 0, activeIndex);
  const nearEnd = hasMore && !isLoadingMore && end >= rows.length - AHEAD;
  const endReached = useRef(onEndReached);
  endReached.current = onEndReached;
  useEffect(() => {
    if (nearEnd) {
      endReached.current?.();
    }
  }, [nearEnd, rows.length]);

  const openClicked = (event: MouseEvent) => {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('[data-index]');
    if (row && !target.closest('a, button, input, label')) {
      onOpenRow?.(rows[Number(row.dataset.index)]);
    }
  };

  const total = props.totalRows ?? (hasMore ? -1 : rows.length);
  return (
    <div className={classes.frame}>
      {(props.toolbar || props.onVisibleColumnsChange) && (
        <div className={classes.toolbar}>
          <div className={classes.toolbarStart}>{props.toolbar}</div>
          {props.onVisibleColumnsChange && (
            <ColumnChooser
              columns={columns}
              visible={shown.map(column => column.id)}
              onChange={props.onVisibleColumnsChange}
            />
          )}
        </div>
      )}
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={props.label}
        aria-rowcount={total < 0 ? -1 : total + 1}
        aria-colcount={shown.length}
        aria-busy={isLoadingMore || undefined}
        className={classes.grid}
        style={{ maxHeight: props.height ?? 'min(70vh, 720px)' }}
        onKeyDown={focus.onKeyDown}
        onClick={openClicked}
      >
        <HeaderRow
          columns={shown}
          template={template}
          height={HEADER_HEIGHT}
          minWidth={minWidth}
          sort={props.sort}
          onSortChange={props.onSortChange}
        />
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: virtual.getTotalSize(), minWidth }}
          onFocus={focus.onFocus}
          onBlur={focus.onBlur}
        >
          {virtual.getVirtualItems().map(item => (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              data-index={item.index}
              tabIndex={item.index === activeIndex ? 0 : -1}
              className={classes.row}
              data-opens={onOpenRow ? true : undefined}
              style={{
                gridTemplateColumns: template,
                height: rowHeight,
                transform: `translateY(${item.start - HEADER_HEIGHT}px)`,
              }}
            >
              {shown.map((column, index) => (
                <div
                  key={column.id}
                  role="gridcell"
                  aria-colindex={index + 1}
                  className={classes.cell}
                  data-align={column.align}
                >
                  {column.cell(rows[item.index])}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
      {rows.length === 0 && !isLoadingMore && (
        <div className={classes.empty}>{props.empty ?? t('table.empty')}</div>
      )}
      <div role="status" className={classes.foot}>
        {isLoadingMore
          ? t('table.loadingMore')
          : t('table.rows', {
              count: Math.max(total, rows.length),
              number: format.count(Math.max(total, rows.length)),
            })}
      </div>
    </div>
  );
}
