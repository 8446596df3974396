import type {
  IncidentStatus,
  Severity,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  EntitySelect,
  SearchBox,
  Select,
  type SetUrlValues,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { SEVERITIES, STATUSES } from '../words';
import {
  isFiltered,
  SPANS,
  STANDARD,
  type listUrl,
  type ListUrl,
  type Span,
} from './listUrl';
import classes from './list.module.css';

const OWNERS = ['group', 'user'];
const SYSTEMS = ['system'];

export function Filters(props: {
  url: ListUrl;
  setUrl: SetUrlValues<typeof listUrl>;
}) {
  const t = useIncidentsText();
  const { url, setUrl } = props;

  return (
    <div className={classes.filters} role="search">
      <Select
        size="small"
        label={t('status.label')}
        placeholder={t('list.any')}
        selectionMode="multiple"
        options={STATUSES.map(id => ({ id, label: t(`status.${id}`) }))}
        value={url.status}
        onChange={chosen => setUrl({ status: chosen as IncidentStatus[] })}
      />
      <Select
        size="small"
        label={t('severity.label')}
        placeholder={t('list.any')}
        selectionMode="multiple"
        options={SEVERITIES.map(id => ({ id, label: id }))}
        value={url.severity}
        onChange={chosen => setUrl({ severity: chosen as Severity[] })}
      />
      <EntitySelect
        label={t('list.owner')}
        placeholder={t('list.any')}
        kinds={OWNERS}
        value={url.owner}
        onChange={owner => setUrl({ owner })}
      />
      <EntitySelect
        label={t('list.system')}
        placeholder={t('list.any')}
        kinds={SYSTEMS}
        value={url.system}
        onChange={system => setUrl({ system })}
      />
      <Select
        size="small"
        label={t('list.since')}
        options={(Object.keys(SPANS) as Span[]).map(id => ({
          id,
          label: t(`list.since_${id}`),
        }))}
        value={url.since}
        onChange={chosen => setUrl({ since: (chosen ?? 'any') as Span })}
      />
      <SearchBox
        className={classes.push}
        label={t('list.search')}
        placeholder={t('list.searchPlaceholder')}
        value={url.q}
        onChange={q => setUrl({ q })}
      />
      {isFiltered(url) && (
        <Button
          className={classes.button}
          size="small"
          variant="tertiary"
          onPress={() => setUrl(STANDARD)}
        >
          {t('list.clear')}
        </Button>
      )}
    </div>
  );
}
