import {
  matchTriggers,
  type RehearsalReport,
  type RunbookSpec,
  type Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import { factsOf, type Document } from '../documents';
import { judgeRecovery } from './judgeRecovery';
import type { Past } from './Past';
import { entitiesOf } from './readPasts';
import { actionsOf } from './replayPolicy';

/**
 * What a runbook would have done in an incident that is over, in the hands of somebody who begins it as
 * soon as somebody really looked.
 */
export function replayRunbook(
  { spec }: Document<RunbookSpec>,
  past: Past,
): RehearsalReport {
  const { incident, alerts } = past;
  const { triggers = [], serviceRefs = [] } = spec ?? {};
  const match = matchTriggers(triggers, factsOf(alerts, incident));
  const mine = entitiesOf(incident).find(ref => serviceRefs.includes(ref));
  const wouldHaveMatched =
    (match !== undefined || mine !== undefined) &&
    (!serviceRefs.length || mine !== undefined);
  const because: Sentence[] = [
    ...(match?.because ?? []),
    ...(mine
      ? [
          say('runbook.of-entity', `It is written for ${mine}.`, {
            entity: mine,
          }),
        ]
      : []),
  ];
  const actions = actionsOf(spec);
  const nothing = {
    incidentId: incident.id,
    wouldHaveMatched,
    wouldHaveActed: false,
    wouldHaveRecovered: 'unknown' as const,
  };
  if (!wouldHaveMatched)
    return {
      ...nothing,
      because: [
        say(
          'rehearsal.not-found',
          'Nobody would have found it: neither its triggers nor its services fit',
        ),
      ],
    };
  if (!actions.length)
    return {
      ...nothing,
      because: [
        ...because,
        say(
          'rehearsal.by-hand',
          'It has no actions: what its steps do is up to people',
        ),
      ],
    };
  const seen =
    incident.acknowledgedAt ?? incident.detectedAt ?? incident.startedAt;
  const at = Math.min(Date.parse(seen), past.endedAt);
  const recovery = judgeRecovery([{ actions, takes: 0 }], at, past);
  return {
    ...nothing,
    ...recovery,
    wouldHaveActed: true,
    actedAt: new Date(at).toISOString(),
    because: [
      ...because,
      say('rehearsal.begun', 'Somebody begins it when it was seen'),
      ...recovery.because,
    ],
  };
}
