import type { Experiment } from '@ghostlight/plugin-runbooks-common';
import {
  Button,
  ConfirmDialog,
  onceKey,
  Switch,
  TextField,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { MayNot } from '../words';
import { useFaultText } from './useFaultText';
import { useRunExperiment } from './useExperiments';
import classes from '../remediation/remediation.module.css';

/** A game day: says what it will do and what stops it, and leads to the run. */
export function RunNow({ experiment }: { experiment: Experiment }) {
  const t = useRunbooksText();
  const [asked, setAsked] = useState<string>();
  const { may, findings } = experiment;
  const isBroken = findings.some(({ severity }) => severity === 'error');
  return (
    <>
      <div className={uiClasses.row}>
        <Button
          isDisabled={!may.run.allowed || isBroken}
          onPress={() => setAsked(onceKey())}
        >
          {t('experiments.run')}
        </Button>
      </div>
      {isBroken && (
        <p className={uiClasses.muted}>{t('experiments.notRunnable')}</p>
      )}
      {!may.run.allowed && (
        <p className={uiClasses.muted}>
          <MayNot may={may.run} />
        </p>
      )}
      {asked && (
        <RunDialog
          experiment={experiment}
          onceKey={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function RunDialog(props: {
  experiment: Experiment;
  onceKey: string;
  onClose(): void;
}) {
  const t = useRunbooksText();
  const format = useFormats();
  const faultText = useFaultText();
  const navigate = useNavigate();
  const links = useRunbooksLinks();
  const { experiment, onClose } = props;
  const { ref, title, fault, durationSeconds, steadyState } = experiment;
  const [reason, setReason] = useState('');
  const [dryRun, setDryRun] = useState(false);
  const run = useRunExperiment(ref);
  return (
    <ConfirmDialog
      title={t('experiments.runTitle', { title })}
      what={
        dryRun
          ? t('experiments.dryWhat')
          : t('experiments.runWhat', {
              fault: faultText(fault),
              environment: experiment.environment,
              duration: format.duration(durationSeconds),
            })
      }
      confirm={t(dryRun ? 'plan.dryRun' : 'experiments.run')}
      isReady={reason.trim() !== ''}
      onClose={onClose}
      onConfirm={async () => {
        const id = await run({
          reason: reason.trim(),
          dryRun: dryRun || undefined,
          key: `${props.onceKey}${dryRun ? '-dry' : ''}`,
        });
        navigate(links.run(id));
      }}
    >
      <p className={classes.plain}>
        {t('experiments.guard', {
          rate: format.rate(steadyState.maxBurnRate),
          before: format.duration(steadyState.beforeSeconds),
        })}{' '}
        {t('experiments.stops')}
      </p>
      <Switch
        label={t('experiments.dryRun')}
        isSelected={dryRun}
        onChange={setDryRun}
      />
      <TextField
        label={t('words.reason')}
        description={t('words.reasonHint')}
        isRequired
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
    </ConfirmDialog>
  );
}
