import type { Attempt, AttemptPage } from '@ghostlight/plugin-runbooks-common';
import {
  EntityName,
  FurtherFailed,
  Link,
  type LivePages,
  MoreButton,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useRunbooksLinks } from '../hooks';
import { AttemptWord, IncidentLink, Said } from '../words';

/** Attempts in two lines each, page by page. */
export function AttemptList(props: { pages: LivePages<Attempt, AttemptPage> }) {
  const { pages } = props;
  return (
    <>
      <ul className={uiClasses.list}>
        {pages.items.map(each => (
          <li key={each.id}>
            <AttemptItem attempt={each} />
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
      <FurtherFailed pages={pages} />
    </>
  );
}

/** Where an attempt stands, of what and for what. */
export function AttemptItem(props: { attempt: Attempt; children?: ReactNode }) {
  const links = useRunbooksLinks();
  const { attempt, children } = props;
  const { id, state, title, entityRef, incidentId, at, said } = attempt;
  return (
    <>
      <div className={uiClasses.row}>
        <AttemptWord state={state} />
        <Link href={links.attempt(id)}>
          {id} · {title}
        </Link>
        <EntityName entityRef={entityRef} />
        {incidentId && (
          <IncidentLink id={incidentId} href={links.incident(incidentId)} />
        )}
        <span className={uiClasses.muted}>
          <When iso={at} />
        </span>
        {children}
      </div>
      <p className={uiClasses.muted}>
        <Said sentence={said} />
      </p>
    </>
  );
}
