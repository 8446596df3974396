import type {
  IncidentDetail,
  Suspect,
} from '@ghostlight/plugin-incidents-common';
import {
  EntityName,
  More,
  Panel,
  type Tone,
  TONE_COLOUR,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useChanges } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { Reasons } from '../../words';

const tones: Record<Suspect['confidence'], Tone> = {
  high: 'negative',
  medium: 'warning',
  low: 'neutral',
};

/** Where it could come from, the likeliest first, each with how sure and on what grounds. */
export function Suspects({ incident }: { incident: IncidentDetail }) {
  const t = useIncidentsText();
  const changes = useChanges({ incident: incident.id });
  const { suspects } = incident;
  const titleOf = (suspect: Suspect) =>
    suspect.changeId === undefined
      ? undefined
      : changes.data?.items.find(each => each.id === suspect.changeId)?.title;
  return (
    <Panel title={t('incident.suspects')}>
      {suspects.length === 0 ? (
        <p className={uiClasses.muted}>{t('incident.suspectsNone')}</p>
      ) : (
        <ol className={uiClasses.list}>
          {suspects.map(suspect => (
            <li key={`${suspect.entityRef} ${suspect.changeId ?? ''}`}>
              <div className={uiClasses.row}>
                <strong>
                  <EntityName entityRef={suspect.entityRef} />
                  {titleOf(suspect) && ` · ${titleOf(suspect)}`}
                </strong>
                <span style={{ color: TONE_COLOUR[tones[suspect.confidence]] }}>
                  {t(`confidence.${suspect.confidence}`)}
                </span>
              </div>
              <More
                summary={t('incident.evidence', {
                  count: suspect.evidence.length,
                })}
              >
                <Reasons reasons={suspect.evidence} />
              </More>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
