import type { Experiment } from '@ghostlight/plugin-runbooks-common';
import { EntityName, Link, uiClasses } from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { SwitchControl } from '../remediation/SwitchControl';
import { useRunbooksText } from '../translation';
import { Said } from '../words';
import { LastRun, NextRun } from './LastRun';
import classes from '../remediation/remediation.module.css';

/** An experiment in a list: what is believed, what is done, when, and what came of it last. */
export function ExperimentItem(props: {
  experiment: Experiment;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { experiment, onChanged } = props;
  const { ref, title, entityRef, environment, findings } = experiment;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <li className={classes.policy}>
      <div className={classes.policyText}>
        <div className={uiClasses.row}>
          <strong>
            <Link href={links.experiment(ref)}>{title}</Link>
          </strong>
          <span className={uiClasses.muted}>
            <EntityName entityRef={entityRef} /> ({environment})
          </span>
          {errors > 0 && <span>{t('finding.errors', { count: errors })}</span>}
        </div>
        <p className={classes.plain}>
          <Said sentence={experiment.sentence} />
        </p>
        <p className={classes.plain}>
          {t('experiments.hypothesis')} {experiment.hypothesis}
        </p>
        <p className={uiClasses.muted}>
          <NextRun experiment={experiment} />
        </p>
        <p className={classes.plain}>
          <LastRun experiment={experiment} />
        </p>
      </div>
      <SwitchControl
        title={title}
        value={experiment.switch}
        may={experiment.may.switch}
        onChanged={onChanged}
      />
    </li>
  );
}
