import type { AlertSeverity } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  EntitySelect,
  SearchBox,
  Select,
  type SetUrlValues,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { ALERT_SEVERITIES } from '../words';
import {
  isFiltered,
  UNFILTERED,
  type inboxUrl,
  type InboxUrl,
} from './inboxUrl';
import { useSenders } from './useInbox';
import classes from './alerts.module.css';

const KINDS = ['component', 'resource', 'api', 'system'];

/** Which alerts of a view are shown; the address keeps it. */
export function InboxFilters(props: {
  url: InboxUrl;
  setUrl: SetUrlValues<typeof inboxUrl>;
}) {
  const t = useIncidentsText();
  const { url, setUrl } = props;
  const senders = useSenders();
  const ids = new Set([
    ...url.adapter,
    ...(senders.data?.items ?? []).map(each => each.id),
  ]);

  return (
    <div className={classes.filters} role="search">
      <Select
        size="small"
        label={t('severity.label')}
        placeholder={t('list.any')}
        selectionMode="multiple"
        options={ALERT_SEVERITIES.map(id => ({
          id,
          label: t(`severity.${id}`),
        }))}
        value={url.severity}
        onChange={chosen => setUrl({ severity: chosen as AlertSeverity[] })}
      />
      <Select
        size="small"
        label={t('alerts.from')}
        placeholder={t('list.any')}
        selectionMode="multiple"
        options={[...ids].map(id => ({
          id,
          label: senders.data?.items.find(each => each.id === id)?.title ?? id,
        }))}
        value={url.adapter}
        onChange={chosen => setUrl({ adapter: chosen.map(String) })}
      />
      <EntitySelect
        label={t('record.entity')}
        placeholder={t('list.any')}
        kinds={KINDS}
        value={url.entity}
        onChange={entity => setUrl({ entity })}
      />
      <SearchBox
        label={t('list.search')}
        placeholder={t('inbox.searchPlaceholder')}
        value={url.q}
        onChange={q => setUrl({ q })}
      />
      {isFiltered(url) && (
        <Button
          className={classes.button}
          size="small"
          variant="tertiary"
          onPress={() => setUrl(UNFILTERED)}
        >
          {t('list.clear')}
        </Button>
      )}
    </div>
  );
}
