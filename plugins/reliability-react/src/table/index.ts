export { DataTable } from './DataTable';
export type { DataTableProps } from './DataTable';
export type { DataColumn, DataSort } from './column';
