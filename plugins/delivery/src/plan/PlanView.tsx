import type {
  RollbackPlan,
  VersionRef,
} from '@ghostlight/plugin-delivery-common';
import {
  Button,
  EntityName,
  Link,
  Panel,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { CheckList } from '../gate/CheckList';
import { useDeliveryLinks } from '../hooks';
import { useDeliveryText } from '../translation';
import { IncidentLink, Said, VerdictWord } from '../words';
import { ApplyForm } from './ApplyForm';
import { ChangedValues } from './ChangedValues';
import { DiffView } from './DiffView';
import { Undoers } from './Undoers';
import { VersionChoice } from './VersionChoice';
import classes from './plan.module.css';

/** What a rollback would do, in the order in which it has to be grasped, and then the buttons. */
export function PlanView(props: {
  plan: RollbackPlan;
  /** Incident that asks for it. */
  incident?: string;
  isPlanning: boolean;
  onAgain(): void;
  onChoose(version: VersionRef): void;
}) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const { plan, incident, onAgain } = props;
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <h2 className={classes.sentence}>
          {t('plan.sentencePre')} <EntityName entityRef={plan.entityRef} />{' '}
          {t('plan.sentence', {
            environment: plan.environment,
            from: plan.from.version,
            to: plan.to.version,
          })}
        </h2>
        <div className={uiClasses.row}>
          <VersionChoice plan={plan} onChoose={props.onChoose} />
          <Button
            size="small"
            variant="secondary"
            isPending={props.isPlanning}
            onPress={onAgain}
          >
            {t('plan.again')}
          </Button>
        </div>
      </div>
      <p className={uiClasses.muted}>
        {t('plan.nothingYet')} {plan.target.title} · {t('words.asOf')}{' '}
        <When iso={plan.asOf} absolute /> ·{' '}
        <Link href={links.planById(plan.id)}>{t('plan.link')}</Link>
      </p>
      <Panel title={t('plan.changes')}>
        <ChangedValues values={plan.values} />
        {plan.diff && <DiffView diff={plan.diff} />}
      </Panel>
      <div className={classes.columns}>
        <Panel title={t('plan.oneWay')}>
          {plan.oneWay.length === 0 ? (
            <p className={uiClasses.plain}>{t('plan.oneWayNone')}</p>
          ) : (
            <ul className={classes.warnings}>
              {plan.oneWay.map(each => (
                <li key={each.text}>
                  <Said sentence={each} />
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t('plan.undoers')}>
          <Undoers undoers={plan.undoers} />
        </Panel>
      </div>
      <Panel
        title={t('plan.gates')}
        aside={<VerdictWord verdict={plan.gate.verdict} />}
      >
        <p className={uiClasses.plain}>
          <Said
            sentence={plan.gate.said}
            within={plan.gate.checks.map(({ said }) => said)}
          />
        </p>
        <CheckList checks={plan.gate.checks} />
        {plan.incidentIds.length > 0 && (
          <p className={uiClasses.plain}>
            {t('plan.incidents')}{' '}
            {plan.incidentIds.map((id, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <IncidentLink id={id} href={links.incident(id)} />
              </span>
            ))}
          </p>
        )}
      </Panel>
      <ApplyForm plan={plan} incident={incident} />
    </div>
  );
}
