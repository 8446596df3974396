import { useApi } from '@backstage/frontend-plugin-api';
import type {
  IncidentDetail,
  IncidentEdit,
  IncidentStatus,
  Role,
} from '@ghostlight/plugin-incidents-common';
import { dataOf } from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { incidentsApiRef } from '../api';

/** What the reader can do to an incident; each tells the page to look again. */
export interface IncidentActs {
  acknowledge(): Promise<void>;
  setStatus(status: IncidentStatus, note?: string): Promise<void>;
  edit(change: IncidentEdit): Promise<void>;
  setRole(role: Role, userRef: string | undefined): Promise<void>;
  addNote(note: {
    text: string;
    kind: 'note' | 'decision';
    key: string;
  }): Promise<void>;
  merge(into: string): Promise<void>;
  /** Answers the id of the new incident. */
  split(alertIds: string[], title?: string): Promise<string>;
  remove(): Promise<void>;
}

export function useIncidentActs(
  id: string,
  onChanged: () => void,
): IncidentActs {
  const client = useApi(incidentsApiRef);
  return useMemo(() => {
    const params = { path: { incidentId: id } };
    const done = async (answer: Promise<unknown>) => {
      await answer;
      onChanged();
    };
    return {
      acknowledge: () =>
        done(
          client.request('post', '/v1/incidents/{incidentId}/acknowledge', {
            params,
          }),
        ),
      setStatus: (status, note) =>
        done(
          client.request('post', '/v1/incidents/{incidentId}/status', {
            params,
            body: { status, ...(note ? { note } : {}) },
          }),
        ),
      edit: body =>
        done(
          client.request('put', '/v1/incidents/{incidentId}', { params, body }),
        ),
      setRole: (role, userRef) =>
        done(
          client.request('post', '/v1/incidents/{incidentId}/roles', {
            params,
            body: { role, ...(userRef ? { userRef } : {}) },
          }),
        ),
      addNote: body =>
        done(
          client.request('post', '/v1/incidents/{incidentId}/notes', {
            params,
            body,
          }),
        ),
      merge: into =>
        done(
          client.request('post', '/v1/incidents/{incidentId}/merge', {
            params,
            body: { into },
          }),
        ),
      split: async (alertIds, title) => {
        const made: IncidentDetail = await dataOf(
          client.request('post', '/v1/incidents/{incidentId}/split', {
            params,
            body: { alertIds, ...(title ? { title } : {}) },
          }),
        );
        onChanged();
        return made.id;
      },
      remove: async () => {
        await client.request('delete', '/v1/incidents/{incidentId}', {
          params,
        });
      },
    };
  }, [client, id, onChanged]);
}
