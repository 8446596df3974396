import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  Button,
  Checkbox,
  Choice,
  TextAreaField,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState, type KeyboardEvent } from 'react';
import { useIncidentsText } from '../../translation';
import { Markdown } from '../../ui';
import { refusalOf } from '../refusalOf';
import type { IncidentActs } from '../useIncidentActs';
import { useDraft } from './useDraft';
import classes from './timeline.module.css';

/** Writes a note or a decision into the record. What could not be sent stays. */
export function NoteEditor(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
}) {
  const t = useIncidentsText();
  const { incident, acts } = props;
  const { draft, setText, clear } = useDraft(incident.id);
  const [view, setView] = useState<'write' | 'preview'>('write');
  const [isDecision, setDecision] = useState(false);
  const refusal = refusalOf(incident, t);
  const add = useAct(async () => {
    await acts.addNote({
      text: draft.text.trim(),
      kind: isDecision ? 'decision' : 'note',
      key: draft.key,
    });
    clear();
    setDecision(false);
    setView('write');
  });
  if (refusal) return <p className={uiClasses.muted}>{refusal}</p>;
  const isEmpty = draft.text.trim() === '';

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty) {
      event.preventDefault();
      add.run();
    }
  };

  return (
    <form
      className={classes.editor}
      aria-label={t('note.label')}
      onSubmit={event => event.preventDefault()}
    >
      <Choice<'write' | 'preview'>
        label={t('note.view')}
        options={[
          { id: 'write', label: t('note.write') },
          { id: 'preview', label: t('note.preview') },
        ]}
        value={view}
        onChange={setView}
      />
      {view === 'write' ? (
        <TextAreaField
          aria-label={t('note.label')}
          placeholder={t('note.placeholder')}
          value={draft.text}
          onChange={setText}
          onKeyDown={onKeyDown}
          maxLength={20_000}
          rows={3}
        />
      ) : (
        <div className={classes.preview}>
          {isEmpty ? (
            <p className={uiClasses.muted}>{t('note.nothing')}</p>
          ) : (
            <Markdown text={draft.text} />
          )}
        </div>
      )}
      {add.failure && (
        <Alert
          status="danger"
          icon
          title={t('note.failed', { reason: add.failure })}
        />
      )}
      <div className={uiClasses.row}>
        <Button
          size="small"
          isDisabled={isEmpty}
          isPending={add.pending}
          onPress={() => add.run()}
        >
          {t('note.add')}
        </Button>
        <Checkbox isSelected={isDecision} onChange={setDecision}>
          {t('note.decision')}
        </Checkbox>
        <span className={uiClasses.muted}>{t('note.keys')}</span>
      </div>
    </form>
  );
}
