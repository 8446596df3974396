import type { Suggestion } from '@ghostlight/plugin-runbooks-common';
import {
  Link,
  Panel,
  QueryBoundary,
  uiClasses,
  type LiveQuery,
} from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { RunbookItem } from '../runbook/RunbookItem';
import { useRunbooksText } from '../translation';
import { AttemptWord, SaidList } from '../words';

/** What is for what happens now, the best first, each with why. */
export function Suggestions(props: {
  suggestions: LiveQuery<{ items: Suggestion[] }>;
  entityRef?: string;
}) {
  const t = useRunbooksText();
  return (
    <Panel title={t('entity.matched')}>
      <QueryBoundary
        query={props.suggestions}
        what={t('entity.matched')}
        isEmpty={({ items }) => !items.some(hasSomething)}
        empty={<p className={uiClasses.plain}>{t('entity.matchedNone')}</p>}
      >
        {({ items }) => (
          <SuggestionList items={items} entityRef={props.entityRef} />
        )}
      </QueryBoundary>
    </Panel>
  );
}

/** Something that can be shown: one of a kind that is not known here is left out. */
export function hasSomething({ runbook, attempt }: Suggestion): boolean {
  return runbook !== undefined || attempt !== undefined;
}

/** Runbooks to run and proposals to look at. */
export function SuggestionList(props: {
  items: Suggestion[];
  entityRef?: string;
  /** That asks for it. */
  incidentId?: string;
}) {
  const { items, entityRef, incidentId } = props;
  return (
    <ul className={uiClasses.list}>
      {items.map(({ kind, runbook, attempt, because }) =>
        attempt && kind !== 'runbook' ? (
          <Proposal key={attempt.id} attempt={attempt} because={because} />
        ) : (
          runbook && (
            <RunbookItem
              key={`${kind} ${runbook.ref}`}
              runbook={runbook}
              because={because}
              entityRef={entityRef}
              incidentId={incidentId}
              brief={incidentId !== undefined}
            />
          )
        ),
      )}
    </ul>
  );
}

function Proposal(props: {
  attempt: NonNullable<Suggestion['attempt']>;
  because: Suggestion['because'];
}) {
  const links = useRunbooksLinks();
  const { attempt, because } = props;
  return (
    <li>
      <div className={uiClasses.row}>
        <AttemptWord state={attempt.state} />
        <Link href={links.attempt(attempt.id)}>
          {attempt.id} · {attempt.title}
        </Link>
      </div>
      <SaidList sentences={because} />
    </li>
  );
}
