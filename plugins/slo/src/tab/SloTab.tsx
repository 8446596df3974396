import { useEntity } from '@backstage/plugin-catalog-react';
import type { ObjectivePage } from '@ghostlight/plugin-slo-common';
import {
  Button,
  LoadingState,
  QueryBoundary,
  urlField,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useFindings, useObjectives } from '../hooks';
import { NoObjectives } from '../states/NoObjectives';
import { NotAllowed } from '../states/NotAllowed';
import { useSloText } from '../translation';
import { Findings } from './Findings';
import { ObjectivePills } from './ObjectivePills';
import { ObjectiveView } from './ObjectiveView';
import { RollUp } from './RollUp';
import { scopeOf } from './scopeOf';
import { worstFirst } from './worstFirst';
import classes from './tab.module.css';

const fields = { objective: urlField.text() };

/** All about the objectives of the entity on the page; the chosen one is in the URL. */
export function SloTab() {
  const t = useSloText();
  const { entity } = useEntity();
  const scope = useMemo(() => scopeOf(entity), [entity]);
  const objectives = useObjectives(scope.filter);
  const findings = useFindings(scope.entityRef);
  const found = findings.data?.items ?? [];

  return (
    <div className={classes.tab}>
      <QueryBoundary
        query={objectives}
        what={t('tab.what')}
        loading={<LoadingState what={t('tab.what')} lines={4} block={280} />}
        forbidden={<NotAllowed service={scope.name} />}
      >
        {page => <Objectives page={page} hasFindings={found.length > 0} />}
      </QueryBoundary>
      <Findings documents={found} />
    </div>
  );
}

function Objectives(props: { page: ObjectivePage; hasFindings: boolean }) {
  const t = useSloText();
  const { entity } = useEntity();
  const scope = useMemo(() => scopeOf(entity), [entity]);
  const [url, setUrl] = useUrlState(fields);
  const { documentRef } = scope;

  const objectives = useMemo(
    () =>
      worstFirst(props.page.items).filter(
        each => !documentRef || each.documentRef === documentRef,
      ),
    [props.page.items, documentRef],
  );
  if (objectives.length === 0) {
    return (
      <NoObjectives
        entity={entity}
        isGroup={scope.isGroup}
        hasFindings={props.hasFindings}
      />
    );
  }

  const chosen = objectives.find(each => each.ref === url.objective);
  const shown = chosen ?? objectives[0];
  const gone = url.objective !== '' && !chosen;
  // A range belongs to the objective it was chosen for, so choosing another starts over.
  const select = (ref: string) => setUrl({ objective: ref }, { push: true });

  return (
    <ObjectiveView
      objective={shown}
      scope={scope}
      above={
        gone && (
          <p role="status">
            {t('state.notFound')}{' '}
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setUrl({ objective: '' })}
            >
              {t('state.showWorst')}
            </Button>
          </p>
        )
      }
      pills={
        <>
          {scope.isGroup && (
            <RollUp entityRef={scope.entityRef} page={props.page} />
          )}
          <ObjectivePills
            objectives={objectives}
            selected={shown.ref}
            onSelect={select}
            withService={scope.isGroup}
          />
        </>
      }
    />
  );
}
