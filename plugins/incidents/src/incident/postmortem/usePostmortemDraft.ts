import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Postmortem,
  PostmortemSections,
} from '@ghostlight/plugin-incidents-common';
import { dataOf, isConflict } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import { type PostmortemLanguage } from '../../hooks';
import { conflictsOf, mergeSections, type Section } from './sections';

/**
 * The reader's edit of a postmortem. When another has saved first, their sections and the reader's
 * are merged; those that both have changed are kept as the reader's, and told with the other's text.
 */
export function usePostmortemDraft(
  latest: Postmortem,
  language: PostmortemLanguage,
) {
  const client = useApi(incidentsApiRef);
  // The version that the edit began with: a refresh in the background does not touch the edit.
  const [base, setBase] = useState(latest);
  const [edited, setEdited] = useState<PostmortemSections>();
  const [conflicts, setConflicts] = useState<Partial<Record<Section, string>>>(
    {},
  );
  const shown = edited ?? latest.sections;
  const params = { path: { incidentId: latest.incidentId } };

  const start = () => {
    setBase(latest);
    setEdited(latest.sections);
    setConflicts({});
  };

  const stop = () => {
    setEdited(undefined);
    setConflicts({});
  };

  const change = (section: Section, text: string) =>
    setEdited({ ...shown, [section]: text });

  /** Puts a text at the end of a section; begins the edit where none is under way. */
  const add = (section: Section, text: string) => {
    if (!edited) setBase(latest);
    const before = shown[section].trimEnd();
    change(section, before ? `${before}\n\n${text}` : text);
  };

  /** Answers false when somebody else has saved first. */
  const save = async (publish: boolean): Promise<boolean> => {
    try {
      await client.request('put', '/v1/incidents/{incidentId}/postmortem', {
        params,
        body: {
          sections: shown,
          version: edited ? base.version : latest.version,
          ...(publish ? { publish } : {}),
        },
      });
      stop();
      return true;
    } catch (error) {
      if (!isConflict(error)) throw error;
      const other = await dataOf(
        client.request('get', '/v1/incidents/{incidentId}/postmortem', {
          params: { ...params, query: { language } },
        }),
      );
      const both = conflictsOf(base.sections, shown, other.sections);
      setConflicts(
        Object.fromEntries(
          both.map(section => [section, other.sections[section]]),
        ),
      );
      setEdited(mergeSections(base.sections, shown, other.sections));
      setBase(other);
      return false;
    }
  };

  const takeTheirs = (section: Section) => {
    change(section, conflicts[section] ?? '');
    const { [section]: _taken, ...rest } = conflicts;
    setConflicts(rest);
  };

  return {
    sections: shown,
    isEditing: edited !== undefined,
    conflicts,
    start,
    stop,
    change,
    add,
    save,
    takeTheirs,
  };
}
