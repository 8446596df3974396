import type {
  Channels,
  NotificationRecord,
  OncallTeam,
} from '@ghostlight/plugin-incidents-common';
import type { LivePages, LiveQuery } from '@ghostlight/reliability-react';
import { useIncidentsPages, useIncidentsQuery } from '../hooks';
import type { Span } from './fortnight';
import type { OncallUrl } from './oncallUrl';

export interface Teams {
  asOf: string;
  items: OncallTeam[];
}

/** All rotations over a span; read when `enabled`. */
export function useTeams(span: Span, enabled = true): LiveQuery<Teams> {
  const iso = (at: number) => new Date(at * 1000).toISOString();
  return useIncidentsQuery({
    key: `teams ${span.from} ${span.to}`,
    slowly: true,
    enabled,
    load: (client, signal) =>
      client.request('get', '/v1/oncall/teams', {
        params: { query: { from: iso(span.from), to: iso(span.to) } },
        signal,
      }),
  });
}

export function useChannels(): LiveQuery<Channels> {
  return useIncidentsQuery({
    key: 'channels',
    load: (client, signal) => client.request('get', '/v1/channels', { signal }),
  });
}

interface LogPage {
  items: NotificationRecord[];
  nextCursor?: string;
}

const byId = (row: { id: string }) => row.id;

/** The delivery log under the filters of the address. */
export function useDeliveries({
  state,
  channel,
  incident,
}: Pick<OncallUrl, 'state' | 'channel' | 'incident'>): LivePages<
  NotificationRecord,
  LogPage
> {
  const filter = {
    state: state.length > 0 ? state : undefined,
    channel: channel || undefined,
    incident: incident || undefined,
  };
  return useIncidentsPages<NotificationRecord, LogPage>({
    key: `deliveries ${JSON.stringify(filter)}`,
    rowKey: byId,
    load: (client, cursor, signal) =>
      client.request('get', '/v1/notifications', {
        params: { query: { ...filter, limit: 100, cursor } },
        signal,
      }),
  });
}
