import type { Alert, Unsuppressed } from '@ghostlight/plugin-incidents-common';
import { Button, uiClasses } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../translation';
import { UndoMarkedDialog, UndoReasonDialog } from './UndoManyDialog';

/** Undoes suppressions together: of the alerts that are marked, or of all of one reason. */
export function UndoBar(props: {
  shown: number;
  selected: Alert[];
  onSelectAll(): void;
  onDone(result: Unsuppressed): void;
}) {
  const t = useIncidentsText();
  const { shown, selected, onSelectAll, onDone } = props;
  const [asked, setAsked] = useState<'marked' | 'reason'>();
  const close = () => setAsked(undefined);
  return (
    <>
      {selected.length > 0 ? (
        <Button
          size="small"
          variant="secondary"
          onPress={() => setAsked('marked')}
        >
          {t('inbox.undoMarked', { count: selected.length })}
        </Button>
      ) : (
        <>
          {shown > 0 && (
            <Button size="small" variant="tertiary" onPress={onSelectAll}>
              {t('bulk.all')}
            </Button>
          )}
          <Button
            size="small"
            variant="secondary"
            onPress={() => setAsked('reason')}
          >
            {t('inbox.undoAll')}
          </Button>
        </>
      )}
      {asked === 'marked' && (
        <UndoMarkedDialog
          ids={selected.map(each => each.id)}
          onClose={close}
          onDone={onDone}
        />
      )}
      {asked === 'reason' && (
        <UndoReasonDialog onClose={close} onDone={onDone} />
      )}
    </>
  );
}

/** What came of it. */
export function UndoOutcome({ result }: { result: Unsuppressed }) {
  const t = useIncidentsText();
  const { undone, refused, left } = result;
  return (
    <p role="status" className={uiClasses.plain}>
      {t('inbox.undone', { count: undone })}
      {refused > 0 && ` ${t('inbox.undoneRefused', { count: refused })}`}
      {left > 0 && ` ${t('inbox.undoneLeft', { count: left })}`}
    </p>
  );
}
