import type { ChangeKind } from '@ghostlight/plugin-delivery-common';
import {
  Button,
  pageClasses as classes,
  SearchBox,
  Select,
  TypedField,
  uiClasses,
} from '@ghostlight/reliability-react';
import { OneEntity } from '../org/OneEntity';
import { useDeliveryText } from '../translation';
import {
  changeFilterOf,
  isBackwards,
  KINDS,
  UNFILTERED,
  type ChangesUrl,
  type SetChangesUrl,
} from './changesUrl';

/** Which changes. */
export function ChangeFilters(props: {
  url: ChangesUrl;
  setUrl: SetChangesUrl;
}) {
  const t = useDeliveryText();
  const { url, setUrl } = props;
  return (
    <>
      <div className={classes.filters} role="search">
        <Select
          size="small"
          label={t('kind.label')}
          placeholder={t('words.any')}
          selectionMode="multiple"
          options={KINDS.map(id => ({ id, label: t(`kind.${id}`) }))}
          value={url.kind}
          onChange={chosen => setUrl({ kind: chosen as ChangeKind[] })}
        />
        <OneEntity
          of="entity"
          value={url.entity}
          onChange={entity => setUrl({ entity })}
        />
        <OneEntity
          of="owner"
          value={url.owner}
          onChange={owner => setUrl({ owner })}
        />
        <TypedField
          label={t('words.environment')}
          placeholder={t('words.any')}
          maxLength={60}
          value={url.environment}
          onChange={environment => setUrl({ environment })}
        />
        <div className={classes.dates}>
          <Day
            label={t('changes.from')}
            value={url.from}
            onChange={from => setUrl({ from })}
          />
          <Day
            label={t('changes.to')}
            value={url.to}
            onChange={to => setUrl({ to })}
          />
        </div>
        <SearchBox
          className={classes.push}
          label={t('words.search')}
          value={url.q}
          placeholder={t('changes.searchHint')}
          onChange={q => setUrl({ q })}
        />
        {Object.values(changeFilterOf(url)).some(Boolean) && (
          <Button
            className={classes.button}
            size="small"
            variant="tertiary"
            onPress={() => setUrl(UNFILTERED)}
          >
            {t('words.clear')}
          </Button>
        )}
      </div>
      {isBackwards(url) && (
        <p role="alert" className={uiClasses.plain}>
          {t('changes.wrongDates')}
        </p>
      )}
    </>
  );
}

function Day(props: {
  label: string;
  value: string;
  onChange(day: string): void;
}) {
  return (
    <label className={uiClasses.field}>
      {props.label}
      <input
        type="date"
        className={uiClasses.input}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
      />
    </label>
  );
}
