import { useState } from 'react';
import {
  DataColumn,
  DataSort,
  DataTable,
  Link,
  RelativeTime,
  Sparkline,
  StatusWord,
  toneOf,
  useFormats,
  useLivePages,
} from '../src';
import { DemoRow, demoRow } from './fixtures';

const TOTAL = 10_000;
const PAGE = 200;

async function load(cursor: string | undefined) {
  const from = Number(cursor ?? 0);
  await new Promise(resolve => setTimeout(resolve, 60));
  return {
    items: Array.from({ length: PAGE }, (_, index) => demoRow(from + index)),
    nextCursor: from + PAGE < TOTAL ? String(from + PAGE) : undefined,
  };
}

const rowKey = (row: DemoRow) => row.id;

/** Ten thousand rows, read by cursor. */
export function DemoTable() {
  const format = useFormats();
  const [visible, setVisible] = useState<string[]>();
  const [sort, setSort] = useState<DataSort>({
    column: 'left',
    direction: 'asc',
  });
  const pages = useLivePages({
    key: 'demo',
    load,
    rowKey,
    pollEvery: 3_600_000,
  });
  const columns: DataColumn<DemoRow>[] = [
    {
      id: 'service',
      title: 'Service',
      required: true,
      width: 'minmax(140px, 2fr)',
      cell: row => <Link href={`/catalog/${row.service}`}>{row.service}</Link>,
    },
    { id: 'objective', title: 'Objective', cell: row => row.objective },
    {
      id: 'status',
      title: 'Status',
      width: '170px',
      cell: row => <StatusWord status={row.status} />,
    },
    {
      id: 'left',
      title: 'Budget left',
      align: 'end',
      sortable: true,
      width: '124px',
      cell: row => format.percent(row.left),
    },
    {
      id: 'burn',
      title: 'Burn 1 h',
      align: 'end',
      sortable: true,
      width: '104px',
      cell: row => format.rate(row.burn),
    },
    {
      id: 'spark',
      title: '30 d',
      width: '120px',
      cell: row => (
        <Sparkline
          values={row.spark}
          tone={toneOf(row.status)}
          label={`${format.percent(row.left)} left`}
        />
      ),
    },
    { id: 'owner', title: 'Owner', cell: row => row.owner },
    {
      id: 'changed',
      title: 'Last change',
      cell: row => <RelativeTime at={row.changedAt} />,
    },
  ];
  return (
    <DataTable
      label="Objectives"
      columns={columns}
      rows={pages.items}
      rowKey={rowKey}
      totalRows={TOTAL}
      sort={sort}
      onSortChange={setSort}
      visibleColumns={visible}
      onVisibleColumnsChange={setVisible}
      onOpenRow={() => {}}
      hasMore={pages.hasMore}
      isLoadingMore={pages.isLoadingMore || pages.isLoading}
      onEndReached={pages.loadMore}
      height="420px"
    />
  );
}
