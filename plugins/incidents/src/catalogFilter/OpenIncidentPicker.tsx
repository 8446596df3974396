import {
  useEntityList,
  type DefaultEntityFilters,
} from '@backstage/plugin-catalog-react';
import { Checkbox } from '@ghostlight/reliability-react';
import { useEffect, useState } from 'react';
import { useIncidentsQuery } from '../hooks';
import { useIncidentsText } from '../translation';
import { MOST_NAMES, OpenIncidentFilter } from './OpenIncidentFilter';

interface Filters extends DefaultEntityFilters {
  incidents?: OpenIncidentFilter;
}

/** The catalog's filter “has open incident”; the address keeps it as `filters[incidents]=open`. */
export function OpenIncidentPicker() {
  const t = useIncidentsText();
  const { updateFilters, queryParameters } = useEntityList<Filters>();
  const [chosen, setChosen] = useState(
    [queryParameters.incidents].flat().includes('open'),
  );
  const { data, error } = useIncidentsQuery({
    key: 'open-entities',
    enabled: chosen,
    load: (client, signal) =>
      client.request('get', '/v1/open-entities', { signal }),
  });
  const refs = data?.items.join(' ');
  useEffect(() => {
    if (!chosen) updateFilters({ incidents: undefined });
    else if (refs !== undefined)
      updateFilters({
        incidents: OpenIncidentFilter.create(refs.split(' ').filter(Boolean)),
      });
  }, [chosen, refs, updateFilters]);
  return (
    <div>
      <Checkbox isSelected={chosen} onChange={setChosen}>
        {t('filter.open')}
      </Checkbox>
      {chosen && error && <p role="alert">{t('filter.failed')}</p>}
      {chosen && data && data.items.length > MOST_NAMES && (
        <p role="status">{t('filter.most', { count: MOST_NAMES })}</p>
      )}
    </div>
  );
}
