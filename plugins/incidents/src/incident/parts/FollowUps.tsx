import { useApi } from '@backstage/frontend-plugin-api';
import type {
  FollowUp,
  FollowUpEdit,
  FollowUpRequest,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  EmptyState,
  EntityName,
  Link,
  Panel,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import { useIncidentsText } from '../../translation';
import { refusalOf } from '../refusalOf';
import { FollowUpDialog } from './FollowUpDialog';

/** What is to be done so that it does not happen again; tracked until it is done. */
export function FollowUps(props: {
  incident: IncidentDetail;
  onChanged(): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { incident, onChanged } = props;
  const [editing, setEditing] = useState<FollowUp | 'new'>();
  const refusal = refusalOf(incident, t);
  const open = incident.followUps.filter(each => each.state === 'open');
  const done = incident.followUps.filter(each => each.state === 'done');

  const add = async (body: FollowUpRequest) => {
    await client.request('post', '/v1/incidents/{incidentId}/follow-ups', {
      params: { path: { incidentId: incident.id } },
      body,
    });
    onChanged();
  };
  const edit = async (id: string, body: FollowUpEdit) => {
    await client.request('put', '/v1/follow-ups/{id}', {
      params: { path: { id } },
      body,
    });
    onChanged();
  };

  return (
    <Panel title={t('part.followUps')}>
      {incident.followUps.length === 0 ? (
        <EmptyState
          sentence={t('followUps.none')}
          next={t('followUps.noneHint')}
        />
      ) : (
        <div className={uiClasses.scroll}>
          <table className={uiClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('followUps.what')}</th>
                <th scope="col">{t('followUps.owner')}</th>
                <th scope="col">{t('followUps.due')}</th>
                <th scope="col">{t('priority.label')}</th>
                <th scope="col">{t('status.label')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {[...open, ...done].map(each => (
                <Row
                  key={each.id}
                  followUp={each}
                  mayNot={refusal !== undefined}
                  onState={state => edit(each.id, { state })}
                  onEdit={() => setEditing(each)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={uiClasses.row}>
        <Button
          size="small"
          variant="secondary"
          isDisabled={refusal !== undefined}
          onPress={() => setEditing('new')}
        >
          {t('followUps.add')}
        </Button>
        {refusal && <span className={uiClasses.muted}>{refusal}</span>}
      </div>
      {editing && (
        <FollowUpDialog
          id={incident.id}
          followUp={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onConfirm={body =>
            editing === 'new' ? add(body) : edit(editing.id, body)
          }
        />
      )}
    </Panel>
  );
}

function Row(props: {
  followUp: FollowUp;
  mayNot: boolean;
  onState(state: FollowUp['state']): Promise<void>;
  onEdit(): void;
}) {
  const t = useIncidentsText();
  const { followUp, mayNot, onState, onEdit } = props;
  const isOpen = followUp.state === 'open';
  const act = useAct(() => onState(isOpen ? 'done' : 'open'));
  return (
    <tr>
      <td>
        {followUp.title}
        {followUp.url && /^https?:\/\//.test(followUp.url) && (
          <>
            {' '}
            <Link href={followUp.url} target="_blank" rel="noreferrer noopener">
              {t('followUps.link')}
            </Link>
          </>
        )}
      </td>
      <td>
        {followUp.owner ? <EntityName entityRef={followUp.owner} /> : '–'}
      </td>
      <td>
        {followUp.due ?? '–'}
        {followUp.overdue && isOpen && (
          <strong> {t('followUps.overdue')}</strong>
        )}
      </td>
      <td>{t(`priority.${followUp.priority}`)}</td>
      <td>{isOpen ? t('followUps.open') : t('followUps.done')}</td>
      <td>
        <Button
          size="small"
          variant="tertiary"
          isDisabled={mayNot}
          isPending={act.pending}
          aria-label={t(
            isOpen ? 'followUps.finishLabel' : 'followUps.reopenLabel',
            { title: followUp.title },
          )}
          onPress={() => act.run()}
        >
          {isOpen ? t('followUps.finish') : t('followUps.reopen')}
        </Button>
        <Button
          size="small"
          variant="tertiary"
          isDisabled={mayNot}
          aria-label={t('followUps.editLabel', { title: followUp.title })}
          onPress={onEdit}
        >
          {t('act.edit')}
        </Button>
        {act.failure && <span role="alert">{act.failure}</span>}
      </td>
    </tr>
  );
}
