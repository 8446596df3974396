import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Runbook } from '@ghostlight/plugin-runbooks-common';
import {
  Link,
  LoadingState,
  MoreButton,
  Panel,
  QueryBoundary,
  uiClasses,
  type LivePages,
} from '@ghostlight/reliability-react';
import {
  OPEN,
  useExecutions,
  useRunbooks,
  useRunbooksLinks,
  useSuggestions,
} from '../hooks';
import { PendingAttempts } from '../remediation';
import { RunbookItem } from '../runbook/RunbookItem';
import { AsOf } from '../states/AsOf';
import { NoRunbooks } from '../states/NoRunbooks';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { OpenRuns } from './OpenRuns';
import { Suggestions } from './Suggestions';
import { TabSentence } from './TabSentence';
import classes from './entity.module.css';

/** What is under way, what is for what happens now, and all that is written for the entity. */
export function RunbooksTab() {
  const t = useRunbooksText();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const runbooks = useRunbooks({ entityRef });
  return (
    <div className={classes.tab}>
      <QueryBoundary
        query={runbooks}
        what={t('state.runbooks')}
        loading={
          <LoadingState what={t('state.runbooks')} lines={4} block={240} />
        }
        forbidden={<NotAllowed />}
        isEmpty={() => runbooks.items.length === 0}
        empty={
          <>
            <PendingAttempts entityRef={entityRef} />
            <NoRunbooks entityRef={entityRef} />
          </>
        }
      >
        {() => (
          <Parts
            entityRef={entityRef}
            name={entity.metadata.title ?? entity.metadata.name}
            runbooks={runbooks}
          />
        )}
      </QueryBoundary>
    </div>
  );
}

function Parts(props: {
  entityRef: string;
  name: string;
  runbooks: LivePages<Runbook, { items: Runbook[]; total: number }>;
}) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { entityRef, name, runbooks } = props;
  const suggestions = useSuggestions({ entityRef });
  const runs = useExecutions({ entityRef: [entityRef], state: [...OPEN] });
  const total = runbooks.data?.total ?? runbooks.items.length;
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.sentence}>
          <TabSentence
            name={name}
            total={total}
            runs={runs.items}
            suggestions={suggestions.data?.items}
          />
        </h2>
        <AsOf loadedAt={runbooks.loadedAt} />
      </div>
      <OpenRuns runs={runs} />
      <PendingAttempts
        entityRef={entityRef}
        except={suggestions.data?.items.flatMap(
          ({ attempt }) => attempt?.id ?? [],
        )}
      />
      <Suggestions suggestions={suggestions} entityRef={entityRef} />
      <Panel
        title={t('entity.all', { name })}
        aside={
          <Link
            href={`${links.runs}?${new URLSearchParams({ entity: entityRef })}`}
          >
            {t('entity.pastRuns')}
          </Link>
        }
      >
        <ul className={uiClasses.list}>
          {runbooks.items.map(each => (
            <RunbookItem key={each.ref} runbook={each} entityRef={entityRef} />
          ))}
        </ul>
        <MoreButton pages={runbooks} />
      </Panel>
    </>
  );
}
