import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  Clock,
  Link,
  Panel,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../../translation';
import { AskStep } from '../../triage/ask/AskStep';
import { useActorName } from '../../words';
import { useHelp } from '../help';
import { refusalOf } from '../refusalOf';
import type { IncidentActs } from '../useIncidentActs';
import { ChannelDialog } from './ChannelDialog';
import { MitigationDialog } from './MitigationDialog';
import { Responders } from './Responders';
import { Roles } from './Roles';
import { RollbackStep } from './RollbackStep';
import { Step } from './Step';
import classes from './panels.module.css';

/** The next acts, in the order in which they are due, and who is in which role. */
export function WhatToDo(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
}) {
  const t = useIncidentsText();
  const actor = useActorName();
  const help = useHelp();
  const { incident, acts } = props;
  const [asking, setAsking] = useState<'mitigation' | 'channel'>();
  const acknowledge = useAct(acts.acknowledge);
  const refusal = refusalOf(incident, t);
  const mayNot = refusal !== undefined;
  const close = () => setAsking(undefined);
  const isOpen = incident.status !== 'resolved';

  return (
    <Panel title={t('incident.todo')}>
      <ol className={classes.steps}>
        <Step
          title={
            incident.acknowledgedAt
              ? t('incident.acknowledgedBy', {
                  who: actor(incident.acknowledgedBy),
                })
              : t('incident.acknowledge')
          }
          isDone={incident.acknowledgedAt !== undefined}
          note={
            incident.acknowledgedAt ? (
              <Clock iso={incident.acknowledgedAt} />
            ) : (
              t('incident.acknowledgeHint')
            )
          }
        >
          {!incident.acknowledgedAt && isOpen && (
            <Button
              size="small"
              isDisabled={mayNot}
              isPending={acknowledge.pending}
              onPress={() => acknowledge.run()}
            >
              {t('incident.acknowledgeButton')}
            </Button>
          )}
        </Step>
        <RollbackStep incident={incident} />
        <AskStep />
        <Step
          title={
            incident.mitigatedAt
              ? t('incident.mitigated')
              : t('incident.mitigate')
          }
          isDone={incident.mitigatedAt !== undefined}
          note={incident.mitigatedAt && <Clock iso={incident.mitigatedAt} />}
        >
          {!incident.mitigatedAt && isOpen && (
            <Button
              size="small"
              variant="secondary"
              isDisabled={mayNot}
              onPress={() => setAsking('mitigation')}
            >
              {t('incident.mitigateButton')}
            </Button>
          )}
        </Step>
        <Step
          title={t('incident.channel')}
          isDone={incident.channelUrl !== undefined}
          note={incident.channelUrl ? undefined : t('incident.channelNone')}
        >
          {incident.channelUrl && /^https:\/\//.test(incident.channelUrl) && (
            <Link
              href={incident.channelUrl}
              target="_blank"
              rel="noreferrer noopener"
            >
              {hostOf(incident.channelUrl)}
            </Link>
          )}
          <Button
            size="small"
            variant="tertiary"
            isDisabled={mayNot}
            onPress={() => setAsking('channel')}
          >
            {incident.channelUrl ? t('act.edit') : t('incident.channelAdd')}
          </Button>
        </Step>
      </ol>
      {acknowledge.failure && <p role="alert">{acknowledge.failure}</p>}
      {isOpen &&
        help.map((Help, index) => (
          <Help key={index} incidentId={incident.id} />
        ))}
      <Roles incident={incident} acts={acts} />
      <Responders id={incident.id} />
      {refusal && <p className={uiClasses.muted}>{refusal}</p>}
      {asking === 'mitigation' && (
        <MitigationDialog incident={incident} acts={acts} onClose={close} />
      )}
      {asking === 'channel' && (
        <ChannelDialog incident={incident} acts={acts} onClose={close} />
      )}
    </Panel>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
