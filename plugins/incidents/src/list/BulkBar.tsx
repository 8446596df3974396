import type { Incident } from '@ghostlight/plugin-incidents-common';
import { Button, uiClasses } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../translation';
import { BulkDialog, type BulkAct } from './BulkDialog';

const acts: BulkAct[] = ['acknowledge', 'status', 'severity', 'merge'];

/** How many rows are marked, and what can be done to them together. */
export function BulkBar(props: {
  selected: Incident[];
  onSelectAll(): void;
  onClear(): void;
  onChanged(): void;
}) {
  const t = useIncidentsText();
  const { selected, onSelectAll, onClear, onChanged } = props;
  const [act, setAct] = useState<BulkAct>();
  const count = selected.length;
  return (
    <div className={uiClasses.row}>
      <span className={uiClasses.muted} role="status">
        {count > 0 ? t('bulk.marked', { count }) : t('bulk.none')}
      </span>
      {count === 0 ? (
        <Button size="small" variant="tertiary" onPress={onSelectAll}>
          {t('bulk.all')}
        </Button>
      ) : (
        <>
          {acts.map(each => (
            <Button
              key={each}
              size="small"
              variant="secondary"
              isDisabled={each === 'merge' && count < 2}
              onPress={() => setAct(each)}
            >
              {t(`bulk.${each}`)}
            </Button>
          ))}
          <Button size="small" variant="tertiary" onPress={onClear}>
            {t('bulk.clear')}
          </Button>
        </>
      )}
      {act && (
        <BulkDialog
          act={act}
          incidents={selected}
          onClose={() => setAct(undefined)}
          onChanged={onChanged}
        />
      )}
    </div>
  );
}
