import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { useTexts } from '../texts/useTexts';
import { DataColumn } from './column';

/** A menu of the columns that may be hidden. */
export function ColumnChooser<T>(props: {
  columns: ReadonlyArray<DataColumn<T>>;
  visible: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const { columns, visible, onChange } = props;
  const { t } = useTexts();
  const optional = columns.filter(column => !column.required);
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('table.columnsHelp')}
      >
        {t('table.columns')}
      </Button>
      <Menu
        aria-label={t('table.columns')}
        selectionMode="multiple"
        selectedKeys={optional
          .map(column => column.id)
          .filter(id => visible.includes(id))}
        onSelectionChange={keys =>
          onChange(
            columns
              .filter(
                column =>
                  column.required || keys === 'all' || keys.has(column.id),
              )
              .map(column => column.id),
          )
        }
      >
        {optional.map(column => (
          <MenuItem key={column.id} id={column.id}>
            {column.title}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
