import type { Change } from '@ghostlight/plugin-delivery-common';
import {
  Duration,
  EntityName,
  Link,
  secondsOf,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { Details } from '../history/Details';
import { useDeliveryLinks } from '../hooks';
import { useDeliveryText } from '../translation';
import { AuthorOf, OutcomeWord, versionOf } from '../words';
import classes from './changes.module.css';

/** One change; pressed, its values, commit, pull request and links. */
export function ChangeRow(props: {
  change: Change;
  columns: number;
  isOpen: boolean;
  onToggle(): void;
}) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const { change, columns, isOpen, onToggle } = props;
  const { id, entityRef, environment, startedAt, finishedAt } = change;
  const began = secondsOf(startedAt);
  const ended = secondsOf(finishedAt);
  return (
    <>
      <tr>
        <th scope="row" className={classes.name}>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>{' '}
            {versionOf(change)}
          </button>
        </th>
        <td>{t(`kind.${change.kind}`)}</td>
        <td>
          {entityRef ? (
            <EntityName entityRef={entityRef} />
          ) : (
            <span className={uiClasses.muted}>{t('changes.noEntity')}</span>
          )}
        </td>
        <td>{environment}</td>
        <td>
          <AuthorOf change={change} />
        </td>
        <td>
          <When iso={startedAt} />
        </td>
        <td className={uiClasses.number}>
          <Duration
            seconds={
              began !== undefined && ended !== undefined
                ? ended - began
                : undefined
            }
          />
        </td>
        <td>
          <OutcomeWord of={change} />
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={columns} className={classes.details}>
            <Details change={change} />
            <p className={classes.links}>
              <Link href={links.change(id)}>{t('changes.page')}</Link>
              {entityRef && (
                <Link href={links.entityTab(entityRef, environment)}>
                  {t('changes.inEntity')}
                </Link>
              )}
            </p>
          </td>
        </tr>
      )}
    </>
  );
}
