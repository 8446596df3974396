import {
  Button,
  SearchBox,
  Select,
  type SetUrlValues,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { nameOf } from '../answer';
import { useSummary } from '../hooks';
import { useSloText } from '../translation';
import {
  isFiltered,
  type ReliabilityUrl,
  type reliabilityUrl,
} from './reliabilityUrl';
import classes from './page.module.css';

/** One of the groups; its choices are read when the list is first opened. */
function GroupFilter(props: {
  by: 'owner' | 'system' | 'domain';
  label: string;
  chosen: string[];
  onChange(refs: string[]): void;
}) {
  const t = useSloText();
  const [opened, setOpened] = useState(false);
  const { by, label, chosen, onChange } = props;
  const summary = useSummary(by, opened);
  const refs = new Set([
    ...chosen,
    ...(summary.data?.items.map(each => each.ref) ?? []),
  ]);
  const options = [...refs]
    .filter(Boolean)
    .map(ref => ({ id: ref, label: nameOf(ref) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Select
      size="small"
      label={label}
      placeholder={t('page.filterAny')}
      selectionMode="multiple"
      search
      options={options}
      value={chosen}
      onOpenChange={() => setOpened(true)}
      onChange={value => onChange(value.map(String))}
    />
  );
}

export function Filters(props: {
  url: ReliabilityUrl;
  setUrl: SetUrlValues<typeof reliabilityUrl>;
}) {
  const t = useSloText();
  const { url, setUrl } = props;
  return (
    <div className={classes.filters} role="search">
      <GroupFilter
        by="owner"
        label={t('page.filterTeam')}
        chosen={url.team}
        onChange={team => setUrl({ team })}
      />
      <GroupFilter
        by="system"
        label={t('page.filterSystem')}
        chosen={url.system}
        onChange={system => setUrl({ system })}
      />
      <GroupFilter
        by="domain"
        label={t('page.filterDomain')}
        chosen={url.domain}
        onChange={domain => setUrl({ domain })}
      />
      <SearchBox
        className={classes.push}
        label={t('page.search')}
        placeholder={t('page.searchPlaceholder')}
        value={url.q}
        onChange={q => setUrl({ q })}
      />
      {isFiltered(url) && (
        <Button
          className={classes.button}
          size="small"
          variant="tertiary"
          onPress={() =>
            setUrl({ team: [], system: [], domain: [], status: [], q: '' })
          }
        >
          {t('page.clear')}
        </Button>
      )}
    </div>
  );
}
