import type {
  ExecutionRequest,
  RunbookDetail,
} from '@ghostlight/plugin-runbooks-common';
import {
  Button,
  LoadingState,
  nameOf,
  onceKey,
  Panel,
  QueryBoundary,
  Select,
  type SetUrlValues,
  TypedField,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { usePlan } from '../hooks';
import { OneEntity } from '../org/OneEntity';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { firstTexts, problemOf, valuesOf } from './inputForm';
import { InputField } from './InputField';
import { PlanView } from './PlanView';
import type { planUrl, PlanUrl } from './planUrl';
import classes from './plan.module.css';

/** The form of a run by what its runbook asks for, and its plan below. */
export function PlanForm(props: {
  runbook: RunbookDetail;
  url: PlanUrl;
  setUrl: SetUrlValues<typeof planUrl>;
}) {
  const t = useRunbooksText();
  const { runbook, url, setUrl } = props;
  const { inputs: specs } = runbook;
  const [texts, setTexts] = useState(() => firstTexts(specs));
  const [isTried, setTried] = useState(false);
  const [asked, setAsked] = useState<{
    request: ExecutionRequest;
    key: string;
  }>();
  const plan = usePlan(asked?.request);

  const request: ExecutionRequest = {
    runbookRef: runbook.ref,
    entityRef: url.entity || undefined,
    environment: url.environment.trim() || undefined,
    incidentId: url.incident || undefined,
    inputs: valuesOf(specs, texts),
  };
  const isWrong = specs.some(spec => problemOf(spec, texts[spec.name] ?? ''));
  const isCurrent = JSON.stringify(asked?.request) === JSON.stringify(request);
  const onPlan = () => {
    setTried(true);
    if (isWrong) return;
    setAsked({ request, key: onceKey() });
    if (isCurrent) plan.refresh();
  };

  return (
    <>
      <Panel title={t('plan.given')}>
        <div className={classes.fields}>
          <Target runbook={runbook} entity={url.entity} setUrl={setUrl} />
          <TypedField
            label={t('words.environment')}
            maxLength={60}
            value={url.environment}
            placeholder="production"
            onChange={environment => setUrl({ environment })}
          />
          {specs.map(spec => (
            <InputField
              key={spec.name}
              spec={spec}
              text={texts[spec.name] ?? ''}
              isTried={isTried}
              onChange={text =>
                setTexts(last => ({ ...last, [spec.name]: text }))
              }
            />
          ))}
        </div>
        <div className={uiClasses.row}>
          <Button
            variant={asked && isCurrent ? 'secondary' : 'primary'}
            isDisabled={!runbook.runnable}
            isPending={plan.isRefreshing && asked !== undefined}
            onPress={onPlan}
          >
            {asked ? t('plan.again') : t('plan.plan')}
          </Button>
          <span className={uiClasses.muted}>
            {runbook.runnable ? t('plan.nothingYet') : t('runbook.notRunnable')}
          </span>
        </div>
      </Panel>
      {asked && !isCurrent && (
        <p role="status" className={uiClasses.plain}>
          {t('plan.changed')}
        </p>
      )}
      {asked && (
        <QueryBoundary
          query={plan}
          what={t('plan.what')}
          loading={<LoadingState what={t('plan.what')} lines={4} block={240} />}
          forbidden={<NotAllowed />}
        >
          {data => (
            <PlanView
              key={asked.key}
              plan={data}
              request={asked.request}
              onceKey={asked.key}
              isCurrent={isCurrent}
            />
          )}
        </QueryBoundary>
      )}
    </>
  );
}

/** What it is run for: one of its services, or any where it names none. */
function Target(props: {
  runbook: RunbookDetail;
  entity: string;
  setUrl: SetUrlValues<typeof planUrl>;
}) {
  const t = useRunbooksText();
  const { runbook, entity, setUrl } = props;
  const { serviceRefs } = runbook;
  if (serviceRefs.length === 0) {
    return (
      <OneEntity
        of="entity"
        value={entity}
        onChange={chosen => setUrl({ entity: chosen })}
      />
    );
  }
  const refs = [...new Set([...serviceRefs, ...(entity ? [entity] : [])])];
  return (
    <Select
      size="small"
      label={t('words.entity')}
      placeholder={t('input.choose')}
      options={refs.map(ref => ({ id: ref, label: nameOf(ref) }))}
      value={entity || null}
      onChange={chosen => setUrl({ entity: String(chosen ?? '') })}
    />
  );
}
