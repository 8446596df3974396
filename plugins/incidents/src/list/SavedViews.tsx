import {
  Button,
  ConfirmDialog,
  TextField,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useIncidentsText } from '../translation';
import { useSavedViews, type SavedView } from './useSavedViews';
import classes from './list.module.css';

/** The two views that everybody has, then the reader's own. */
export function SavedViews() {
  const t = useIncidentsText();
  const [params, setParams] = useSearchParams();
  const { views, save, remove } = useSavedViews();
  const [naming, setNaming] = useState(false);
  const now = params.toString();
  const given: SavedView[] = [
    { name: t('list.viewOpen'), query: '' },
    {
      name: t('list.viewAll'),
      query:
        'status=investigating%2Cidentified%2Cmonitoring%2Cresolved&sort=startedAt',
    },
  ];
  const go = (view: SavedView) => setParams(new URLSearchParams(view.query));
  const isKnown = [...given, ...views].some(each => each.query === now);

  return (
    <div className={classes.views} role="group" aria-label={t('list.views')}>
      {given.map(view => (
        <button
          key={view.name}
          type="button"
          className={classes.view}
          aria-pressed={view.query === now}
          onClick={() => go(view)}
        >
          {view.name}
        </button>
      ))}
      {views.map(view => (
        <span key={view.name} className={classes.own}>
          <button
            type="button"
            className={classes.view}
            aria-pressed={view.query === now}
            onClick={() => go(view)}
          >
            {view.name}
          </button>
          <button
            type="button"
            className={classes.remove}
            aria-label={t('list.viewDelete', { name: view.name })}
            title={t('list.viewDelete', { name: view.name })}
            onClick={() => remove(view.name)}
          >
            ×
          </button>
        </span>
      ))}
      {!isKnown && (
        <Button size="small" variant="tertiary" onPress={() => setNaming(true)}>
          {t('list.viewSave')}
        </Button>
      )}
      {naming && (
        <NameDialog
          taken={views.map(each => each.name)}
          onClose={() => setNaming(false)}
          onConfirm={name => save({ name, query: now })}
        />
      )}
    </div>
  );
}

function NameDialog(props: {
  taken: string[];
  onClose(): void;
  onConfirm(name: string): Promise<void>;
}) {
  const t = useIncidentsText();
  const { taken, onClose, onConfirm } = props;
  const [text, setText] = useState('');
  const name = text.trim();
  return (
    <ConfirmDialog
      title={t('list.viewSaveTitle')}
      what={
        taken.includes(name)
          ? t('list.viewReplaces', { name })
          : t('list.viewWhat')
      }
      confirm={t('act.save')}
      isReady={name !== ''}
      onClose={onClose}
      onConfirm={() => onConfirm(name)}
    >
      <TextField
        label={t('list.viewName')}
        value={text}
        onChange={setText}
        maxLength={60}
        isRequired
      />
    </ConfirmDialog>
  );
}
