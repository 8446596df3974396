import { Button, Select } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { useDeliveryText } from '../translation';
import { OneEntity } from './OneEntity';
import {
  LANE_STATES,
  overviewFilterOf,
  UNFILTERED,
  type OverviewUrl,
  type SetOverviewUrl,
} from './overviewUrl';
import { EnvironmentField, SearchBox } from './TypedFields';
import classes from './org.module.css';

/** Whose lanes, where, and in which state. */
export function OverviewFilters(props: {
  url: OverviewUrl;
  setUrl: SetOverviewUrl;
}) {
  const t = useDeliveryText();
  const { url, setUrl } = props;
  const search = useCallback((q: string) => setUrl({ q }), [setUrl]);
  const place = useCallback(
    (environment: string) => setUrl({ environment }),
    [setUrl],
  );
  return (
    <div className={classes.filters} role="search">
      <OneEntity
        of="owner"
        value={url.owner}
        onChange={owner => setUrl({ owner })}
      />
      <OneEntity
        of="system"
        value={url.system}
        onChange={system => setUrl({ system })}
      />
      <EnvironmentField value={url.environment} onChange={place} />
      <Select
        size="small"
        label={t('overview.state')}
        options={[
          { id: 'any', label: t('words.any') },
          ...LANE_STATES.map(id => ({ id, label: t(`overview.state_${id}`) })),
        ]}
        value={url.state || 'any'}
        onChange={chosen =>
          setUrl({ state: LANE_STATES.find(id => id === chosen) ?? '' })
        }
      />
      <SearchBox
        value={url.q}
        placeholder={t('overview.searchHint')}
        onChange={search}
      />
      {Object.values(overviewFilterOf(url)).some(Boolean) && (
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
  );
}
