import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import { LoadingState, QueryBoundary } from '@ghostlight/reliability-react';
import { usePostmortem } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { PostmortemEditor } from './PostmortemEditor';
import { usePostmortemLanguage } from './usePostmortemLanguage';

/** The postmortem as saved, or the draft made from the record; to read, edit, publish and export. */
export function Postmortem({ incident }: { incident: IncidentDetail }) {
  const t = useIncidentsText();
  const language = usePostmortemLanguage();
  const postmortem = usePostmortem(incident.id, language);
  return (
    <QueryBoundary
      query={postmortem}
      what={t('part.postmortem')}
      loading={<LoadingState what={t('part.postmortem')} lines={8} />}
    >
      {data => (
        <PostmortemEditor
          key={incident.id}
          incident={incident}
          latest={data}
          onSaved={postmortem.refresh}
        />
      )}
    </QueryBoundary>
  );
}
