import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Select } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useLiveQuery } from '../query/useLiveQuery';
import { useTexts } from '../texts/useTexts';
import { nameOf } from './nameOf';

const PAUSE = 250;
const SHOWN = 50;
/** Choices hardly change while somebody chooses. */
const RARELY = 10 * 60_000;

/** Entities of some kinds whose name has the text in it; read when somebody looks. */
function useChoices(kinds: readonly string[], text: string, enabled: boolean) {
  const catalog = useApiHolder().get(catalogApiRef);
  return useLiveQuery({
    key: `choices ${kinds.join()} ${text}`,
    enabled: enabled && catalog !== undefined,
    pollEvery: RARELY,
    load: async () => {
      const found = await catalog?.queryEntities({
        filter: { kind: [...kinds] },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        fullTextFilter: text
          ? { term: text, fields: ['metadata.name', 'metadata.title'] }
          : undefined,
        limit: SHOWN,
        orderFields: { field: 'metadata.name', order: 'asc' },
      });
      return (found?.items ?? []).map(each => stringifyEntityRef(each));
    },
  });
}

/**
 * Properties of {@link EntitySelect}.
 *
 * @public
 */
export interface EntitySelectProps {
  /** Of the field. */
  label: string;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  /** Under the field. */
  description?: string;
  /** Such as `group`. */
  kinds: readonly string[];
  /** Refs. */
  value: string[];
  /** With all that are chosen then. */
  onChange(refs: string[]): void;
}

/**
 * Chooses entities of the catalog by name.
 *
 * @public
 */
export function EntitySelect(props: EntitySelectProps) {
  const { t } = useTexts();
  const { label, kinds, value, onChange } = props;
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const choices = useChoices(kinds, text, opened);
  const refs = [...new Set([...value, ...(choices.data ?? [])])];
  const names = refs.map(nameOf);
  return (
    <Select
      size="small"
      label={label}
      placeholder={props.placeholder ?? t('act.choose')}
      description={props.description}
      selectionMode="multiple"
      search={{
        mode: 'server',
        inputValue: typed,
        onInputChange: setTyped,
        placeholder: t('act.search'),
      }}
      options={refs.map(ref => ({
        id: ref,
        // Two of one name are told apart by their refs.
        label:
          names.filter(name => name === nameOf(ref)).length > 1
            ? ref
            : nameOf(ref),
      }))}
      value={value}
      onOpenChange={open => open && setOpened(true)}
      onChange={chosen => onChange(chosen.map(String))}
    />
  );
}
