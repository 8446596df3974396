import { SearchField, TextField } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { useTyped } from './useTyped';
import classes from './org.module.css';

interface TypedProps {
  value: string;
  placeholder?: string;
  /** Once the reader pauses; keep it the same between renders. */
  onChange(text: string): void;
}

/** Finds by words. */
export function SearchBox(props: TypedProps) {
  const t = useRunbooksText();
  const [text, setText] = useTyped(props.value, props.onChange);
  return (
    <SearchField
      className={classes.push}
      size="small"
      label={t('words.search')}
      placeholder={props.placeholder}
      value={text}
      onChange={setText}
    />
  );
}

/** An environment by its name: what there is differs from portal to portal. */
export function EnvironmentField(props: TypedProps) {
  const t = useRunbooksText();
  const [text, setText] = useTyped(props.value, props.onChange);
  return (
    <TextField
      size="small"
      label={t('words.environment')}
      placeholder={props.placeholder ?? t('words.any')}
      value={text}
      onChange={setText}
      maxLength={60}
    />
  );
}
