import { useState } from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { DataColumn, DataSort } from './column';
import { DataTable, DataTableProps } from './DataTable';

interface Item {
  id: string;
  left: number;
}

const items = (from: number, count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `row-${from + index}`,
    left: from + index,
  }));

const columns: DataColumn<Item>[] = [
  {
    id: 'name',
    title: 'Name',
    required: true,
    width: 'minmax(140px, 2fr)',
    cell: row => <a href={`/items/${row.id}`}>{row.id}</a>,
  },
  {
    id: 'left',
    title: 'Left',
    align: 'end',
    sortable: true,
    cell: row => row.left,
  },
  { id: 'note', title: 'Note', cell: () => 'note' },
];

const rowKey = (row: Item) => row.id;

function table(change: Partial<DataTableProps<Item>> = {}) {
  return (
    <DataTable
      label="Items"
      columns={columns}
      rows={items(0, 10_000)}
      rowKey={rowKey}
      {...change}
    />
  );
}

const focused = () => document.activeElement?.getAttribute('aria-rowindex');

async function focusFirst() {
  const first = await screen.findByRole('row', { name: /row-0/ });
  first.focus();
  return first;
}

describe('DataTable', () => {
  it('draws what is in sight and says how much there is', async () => {
    const { container } = renderInTestApp(table());
    const grid = await screen.findByRole('grid', { name: 'Items' });
    expect(grid).toHaveAttribute('aria-rowcount', '10001');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('status')).toHaveTextContent('10,000 rows');
    await expectAccessible(container);
  });

  it('moves by keys and keeps the focus on the way to the end and back', async () => {
    renderInTestApp(table());
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(focused()).toBe('3');
    await userEvent.keyboard('{PageDown}');
    expect(Number(focused())).toBeGreaterThan(8);
    await userEvent.keyboard('{PageUp}{End}');
    expect(focused()).toBe('10001');
    expect(document.activeElement).toHaveTextContent('row-9999');
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe('10000');
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('2');
  });

  it('opens rows by Enter and click, but lets links be links', async () => {
    const opened: string[] = [];
    renderInTestApp(table({ onOpenRow: row => opened.push(row.id) }));
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    const row = screen.getByRole('row', { name: /row-4/ });
    await userEvent.click(within(row).getByText('note'));
    expect(opened).toEqual(['row-1', 'row-4']);

    within(row)
      .getByRole('link')
      .addEventListener('click', event => event.preventDefault());
    await userEvent.click(within(row).getByRole('link'));
    expect(opened).toHaveLength(2);
  });

  it('reaches links within a row by arrow, and leaves all rows by Tab', async () => {
    renderInTestApp(
      <>
        {table({ rows: items(0, 3) })}
        <button>after</button>
      </>,
    );
    const first = await focusFirst();
    await userEvent.keyboard('{ArrowRight}');
    expect(within(first).getByRole('link')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(first).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'after' })).toHaveFocus();
    await userEvent.tab({ shift: true });
    expect(first).toHaveFocus();
  });

  it('lets the focus follow its row through a refresh, and fall on a neighbour', async () => {
    function Refreshing() {
      const [rows, setRows] = useState(items(0, 5));
      return (
        <>
          {table({ rows })}
          <input
            aria-label="rows"
            onChange={event =>
              setRows(
                event.target.value
                  .split(',')
                  .flatMap(each => items(Number(each), 1)),
              )
            }
          />
        </>
      );
    }
    renderInTestApp(<Refreshing />);
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toHaveTextContent('row-2');
    const input = screen.getByLabelText('rows');
    fireEvent.change(input, { target: { value: '2,4,0,1,3' } });
    expect(document.activeElement).toHaveTextContent('row-2');
    expect(focused()).toBe('2');
    fireEvent.change(input, { target: { value: '4,0,1' } });
    expect(focused()).toBe('4');
  });

  it('sorts by header, and says by what', async () => {
    function Sorted() {
      const [sort, setSort] = useState<DataSort>({
        column: 'left',
        direction: 'asc',
      });
      return table({ sort, onSortChange: setSort });
    }
    renderInTestApp(<Sorted />);
    const header = await screen.findByRole('columnheader', { name: 'Left' });
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(within(header).getByRole('button'));
    expect(header).toHaveAttribute('aria-sort', 'descending');
    expect(
      screen.getByRole('columnheader', { name: 'Name' }),
    ).not.toHaveAttribute('aria-sort');
  });

  it('hides and shows columns, never the required one', async () => {
    function Chosen() {
      const [visible, setVisible] = useState(['name', 'left', 'note']);
      return table({
        visibleColumns: visible,
        onVisibleColumnsChange: setVisible,
      });
    }
    renderInTestApp(<Chosen />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Choose the columns to show' }),
    );
    expect(
      (await screen.findAllByRole('menuitemcheckbox')).map(
        each => each.textContent,
      ),
    ).toEqual(['Left', 'Note']);
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'Note' }),
    );
    await userEvent.keyboard('{Escape}');
    expect(
      screen.queryByRole('columnheader', { name: 'Note' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('columnheader', { name: 'Name' }),
    ).toBeInTheDocument();
  });

  it('asks for more near the end, until there is no more', async () => {
    const asked = jest.fn();
    function Paged() {
      const [rows, setRows] = useState(items(0, 100));
      return table({
        rows,
        totalRows: 300,
        hasMore: rows.length < 300,
        onEndReached: () => {
          asked(rows.length);
          setRows([...rows, ...items(rows.length, 100)]);
        },
      });
    }
    renderInTestApp(<Paged />);
    await focusFirst();
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '301');
    expect(asked).not.toHaveBeenCalled();
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('101');
    expect(asked.mock.calls).toEqual([[100]]);
    await userEvent.keyboard('{End}{End}');
    expect(asked.mock.calls).toEqual([[100], [200]]);
  });

  it('says what is missing when there are no rows', async () => {
    const { container } = renderInTestApp(
      table({ rows: [], empty: 'No objective matches.' }),
    );
    expect(
      await screen.findByText('No objective matches.'),
    ).toBeInTheDocument();
    await expectAccessible(container);
  });
});
