export { BurnTable } from './BurnTable';
export type { BurnRow, BurnTableProps } from './BurnTable';
