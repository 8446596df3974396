/**
 * The numbers of a chart as rows, for the table, the CSV and the clipboard.
 *
 * @public
 */
export interface ChartTable {
  /** `text` columns align left. */
  columns: ReadonlyArray<{ title: string; text?: boolean }>;
  /** As many cells as columns, printed for readers. */
  rows: ReadonlyArray<readonly string[]>;
  /** The same rows for machines: ISO times and unrounded numbers. Default `rows`. */
  raw?: ReadonlyArray<ReadonlyArray<string | number | null>>;
}

/** Cells that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
  if (value === null) {
    return '';
  }
  if (typeof value === 'number') {
    return String(value);
  }
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * RFC 4180 CSV. A text that a spreadsheet would take for a formula is quoted
 * with an apostrophe.
 *
 * @public
 */
export function toCsv(table: ChartTable): string {
  const rows = table.raw ?? table.rows;
  return [table.columns.map(column => column.title), ...rows]
    .map(row => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n');
}

/** Tab separated, as spreadsheets take it from the clipboard. */
export function toTsv(table: ChartTable): string {
  const rows = table.raw ?? table.rows;
  return [table.columns.map(column => column.title), ...rows]
    .map(row =>
      row
        .map(value => String(value ?? '').replace(/[\t\r\n]+/g, ' '))
        .join('\t'),
    )
    .join('\n');
}

/** Offers a text as a file. */
export function download(name: string, text: string, type: string) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
