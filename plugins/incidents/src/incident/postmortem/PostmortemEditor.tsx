import { useApi } from '@backstage/frontend-plugin-api';
import type {
  IncidentDetail,
  Postmortem,
} from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  Button,
  ConfirmDialog,
  dataOf,
  download,
  Panel,
  uiClasses,
  useAct,
  useUrlState,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import { useIncidentsText } from '../../translation';
import { NarrativeSuggestion } from '../../triage/suggest/NarrativeSuggestion';
import { useActorName } from '../../words';
import { partsUrl } from '../parts/partsUrl';
import { refusalOf } from '../refusalOf';
import { PostmortemSection } from './PostmortemSection';
import { SECTIONS } from './sections';
import { usePostmortemDraft } from './usePostmortemDraft';
import { usePostmortemLanguage } from './usePostmortemLanguage';

const states = {
  draft: 'postmortem.draft',
  saved: 'postmortem.saved',
  published: 'postmortem.published',
} as const;

export function PostmortemEditor(props: {
  incident: IncidentDetail;
  latest: Postmortem;
  onSaved(): void;
}) {
  const t = useIncidentsText();
  const actor = useActorName();
  const client = useApi(incidentsApiRef);
  const { incident, latest, onSaved } = props;
  const language = usePostmortemLanguage();
  const draft = usePostmortemDraft(latest, language);
  const [, setUrl] = useUrlState(partsUrl);
  const [publishing, setPublishing] = useState(false);
  const [isConflict, setConflict] = useState(false);
  const refusal = refusalOf(incident, t);
  const mayNot = refusal !== undefined;

  const keep = async (publish: boolean) => {
    const saved = await draft.save(publish);
    setConflict(!saved);
    onSaved();
  };
  const save = useAct(() => keep(false));
  const exporting = useAct(async () => {
    const text = await dataOf(
      client.request('get', '/v1/incidents/{incidentId}/postmortem/markdown', {
        params: { path: { incidentId: incident.id }, query: { language } },
        parseAs: 'text',
      }),
    );
    download(`${incident.id}-postmortem.md`, text, 'text/markdown');
  });

  return (
    <Panel
      title={t('part.postmortem')}
      aside={
        <span className={uiClasses.row}>
          <span className={uiClasses.muted}>
            {t(states[latest.state])}
            {latest.updatedAt && (
              <>
                {' · '}
                {t('postmortem.by', { who: actor(latest.updatedBy) })}{' '}
                <When iso={latest.updatedAt} />
              </>
            )}
          </span>
          {draft.isEditing ? (
            <>
              <Button
                size="small"
                isPending={save.pending}
                onPress={() => save.run()}
              >
                {t('act.save')}
              </Button>
              <Button size="small" variant="tertiary" onPress={draft.stop}>
                {t('postmortem.discard')}
              </Button>
            </>
          ) : (
            <>
              <Button
                size="small"
                variant="secondary"
                isDisabled={mayNot}
                onPress={draft.start}
              >
                {t('act.edit')}
              </Button>
              {latest.state !== 'published' && (
                <Button
                  size="small"
                  variant="secondary"
                  isDisabled={mayNot}
                  onPress={() => setPublishing(true)}
                >
                  {t('postmortem.publish')}
                </Button>
              )}
              <Button
                size="small"
                variant="tertiary"
                isPending={exporting.pending}
                onPress={() => exporting.run()}
              >
                {t('postmortem.export')}
              </Button>
            </>
          )}
        </span>
      }
    >
      {latest.state === 'draft' && !draft.isEditing && (
        <p className={uiClasses.muted}>{t('postmortem.draftHint')}</p>
      )}
      {refusal && <p className={uiClasses.muted}>{refusal}</p>}
      {isConflict && draft.isEditing && (
        <Alert
          status="warning"
          icon
          title={t('postmortem.conflict', {
            count: Object.keys(draft.conflicts).length,
          })}
        />
      )}
      {(save.failure ?? exporting.failure) && (
        <Alert
          status="danger"
          icon
          title={save.failure ?? exporting.failure ?? ''}
        />
      )}
      <NarrativeSuggestion mayNot={mayNot} onUse={draft.add} />
      {SECTIONS.map(section => (
        <PostmortemSection
          key={section}
          section={section}
          text={draft.sections[section]}
          isEditing={draft.isEditing}
          theirs={draft.conflicts[section]}
          onChange={text => draft.change(section, text)}
          onTakeTheirs={() => draft.takeTheirs(section)}
        />
      ))}
      <p className={uiClasses.plain}>
        {t('postmortem.actionItems', { count: latest.actionItems.length })}{' '}
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setUrl({ part: 'follow-ups' })}
        >
          {t('postmortem.openFollowUps')}
        </Button>
      </p>
      {publishing && (
        <ConfirmDialog
          title={t('postmortem.publishTitle', { id: incident.id })}
          what={t('postmortem.publishWhat')}
          confirm={t('postmortem.publishConfirm')}
          onClose={() => setPublishing(false)}
          onConfirm={() => keep(true)}
        />
      )}
    </Panel>
  );
}
