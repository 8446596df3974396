import {
  Button,
  pageClasses as classes,
  SearchBox,
  Select,
  TypedField,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { OneEntity } from './OneEntity';
import {
  LANE_STATES,
  overviewFilterOf,
  UNFILTERED,
  type OverviewUrl,
  type SetOverviewUrl,
} from './overviewUrl';

/** Whose lanes, where, and in which state. */
export function OverviewFilters(props: {
  url: OverviewUrl;
  setUrl: SetOverviewUrl;
}) {
  const t = useDeliveryText();
  const { url, setUrl } = props;
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
      <TypedField
        label={t('words.environment')}
        placeholder={t('words.any')}
        maxLength={60}
        value={url.environment}
        onChange={environment => setUrl({ environment })}
      />
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
        className={classes.push}
        label={t('words.search')}
        value={url.q}
        placeholder={t('overview.searchHint')}
        onChange={q => setUrl({ q })}
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
