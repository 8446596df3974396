import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  EntityName,
  secondsOf,
  useAct,
  useElapsed,
  useFormats,
  useMe,
} from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useOncall } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { People, useSaid } from '../../words';
import type { IncidentActs } from '../useIncidentActs';
import classes from '../incident.module.css';

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Whose it is, who is on call, who commands, what it has cost and how long it lasts. */
export function Facts(props: { incident: IncidentDetail; acts: IncidentActs }) {
  const t = useIncidentsText();
  const { incident, acts } = props;
  const concerned =
    incident.origin?.entityRef ?? incident.entities[0]?.entityRef;
  const oncall = useOncall(concerned);
  const [first] = oncall.data?.levels ?? [];
  return (
    <dl className={classes.facts}>
      <Fact label={t('incident.owner')}>
        {incident.owner ? (
          <EntityName entityRef={incident.owner} />
        ) : (
          t('people.unowned')
        )}
      </Fact>
      {concerned && oncall.data && (
        <Fact label={t('incident.oncall')}>
          {first ? (
            <People people={first.now} />
          ) : (
            <span title={oncall.data.missing}>{t('people.nobody')}</span>
          )}
        </Fact>
      )}
      <Fact label={t('role.commander')}>
        <Commander incident={incident} acts={acts} />
      </Fact>
      <Fact label={t('incident.cost')}>
        <Cost incident={incident} />
      </Fact>
      <Fact label={t('incident.duration')}>
        <Lasting incident={incident} />
      </Fact>
    </dl>
  );
}

function Commander(props: { incident: IncidentDetail; acts: IncidentActs }) {
  const t = useIncidentsText();
  const me = useMe();
  const { incident, acts } = props;
  const take = useAct(() => acts.setRole('commander', me));
  if (incident.commander) return <EntityName entityRef={incident.commander} />;
  const isOpen = incident.status !== 'resolved' && !incident.mergedInto;
  return (
    <>
      –{' '}
      {me && isOpen && incident.may.update && (
        <Button
          size="small"
          variant="tertiary"
          isPending={take.pending}
          onPress={take.run}
          aria-label={t('incident.takeCommand')}
        >
          {t('incident.take')}
        </Button>
      )}
      {take.failure && <span role="alert">{take.failure}</span>}
    </>
  );
}

function Cost({ incident }: { incident: IncidentDetail }) {
  const t = useIncidentsText();
  const format = useFormats();
  const say = useSaid();
  const { budgetMinutes, impact } = incident;
  if (budgetMinutes !== undefined) {
    return (
      <span
        title={t('incident.costAsOf', {
          time: format.time(secondsOf(impact.asOf)),
        })}
      >
        {t('incident.costMinutes', { minutes: format.minutes(budgetMinutes) })}
      </span>
    );
  }
  return (
    <span
      title={
        impact.unavailable && say(impact.unavailable, impact.unavailableSaid)
      }
    >
      {incident.sloAffecting === false
        ? t('incident.costNone')
        : t('incident.costUnknown')}
    </span>
  );
}

function Lasting({ incident }: { incident: IncidentDetail }) {
  const t = useIncidentsText();
  const format = useFormats();
  const start = secondsOf(incident.startedAt);
  const end = secondsOf(incident.resolvedAt);
  const elapsed = useElapsed(start);
  const since = format.time(start, 'full');
  return (
    <span title={since}>
      {end !== undefined && start !== undefined
        ? t('incident.lasted', { time: format.duration(end - start) })
        : t('incident.openFor', { time: elapsed })}
    </span>
  );
}
