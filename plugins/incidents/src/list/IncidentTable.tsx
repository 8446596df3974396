import type { Incident } from '@ghostlight/plugin-incidents-common';
import {
  DataTable,
  EmptyState,
  QueryBoundary,
  type SetUrlValues,
} from '@ghostlight/reliability-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useIncidentLinks, useIncidentPages } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { BulkBar } from './BulkBar';
import { filterOf, isFiltered, type listUrl, type ListUrl } from './listUrl';
import { useIncidentColumns } from './useIncidentColumns';

const rowKey = (row: Incident) => row.id;

/** Incidents, drawn as far as they are in sight; some can be marked and changed together. */
export function IncidentTable(props: {
  url: ListUrl;
  setUrl: SetUrlValues<typeof listUrl>;
}) {
  const t = useIncidentsText();
  const navigate = useNavigate();
  const links = useIncidentLinks();
  const { url, setUrl } = props;
  const filter = useMemo(() => filterOf(url), [url]);
  const pages = useIncidentPages(filter);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo(
    () => ({
      selected: marked,
      onToggle: (id: string, on: boolean) =>
        setMarked(last => {
          const next = new Set(last);
          if (on) next.add(id);
          else next.delete(id);
          return next;
        }),
    }),
    [marked],
  );
  const columns = useIncidentColumns(selection);
  const rows = pages.items;
  // Rows that have left the list are not acted on unseen.
  const selected = rows.filter(row => marked.has(row.id));

  return (
    <QueryBoundary
      query={pages}
      what={t('state.incidents')}
      forbidden={<NotAllowed />}
    >
      {() => (
        <DataTable
          label={t('list.label')}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          sort={
            url.sort === 'severity'
              ? { column: 'severity', direction: 'asc' }
              : { column: 'started', direction: 'desc' }
          }
          onSortChange={({ column }) =>
            setUrl({ sort: column === 'severity' ? 'severity' : 'startedAt' })
          }
          visibleColumns={['select', 'incident', ...url.columns]}
          onVisibleColumnsChange={ids =>
            setUrl({ columns: ids as ListUrl['columns'] })
          }
          onOpenRow={row => navigate(links.incident(row.id))}
          hasMore={pages.hasMore}
          isLoadingMore={pages.isLoadingMore}
          onEndReached={pages.loadMore}
          rowHeight={40}
          empty={
            isFiltered(url) ? (
              <EmptyState sentence={t('list.noMatch')} />
            ) : (
              <EmptyState sentence={t('list.none')} next={t('list.noneHint')} />
            )
          }
          toolbar={
            <BulkBar
              selected={selected}
              onSelectAll={() => setMarked(new Set(rows.map(rowKey)))}
              onClear={() => setMarked(new Set())}
              onChanged={pages.refresh}
            />
          }
        />
      )}
    </QueryBoundary>
  );
}
