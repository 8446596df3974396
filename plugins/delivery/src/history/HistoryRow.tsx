import type { Deployment } from '@ghostlight/plugin-delivery-common';
import {
  Duration,
  secondsOf,
  uiClasses,
  useElapsed,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useDeliveryLinks } from '../hooks';
import { useDeliveryText } from '../translation';
import {
  AuthorOf,
  IncidentLink,
  OutcomeWord,
  Said,
  versionOf,
  WatchWord,
} from '../words';
import { Details } from './Details';
import classes from './history.module.css';

/** One deployment or rollback; pressed, all that is known of it. */
export function HistoryRow(props: {
  deployment: Deployment;
  columns: number;
  isOpen: boolean;
  onToggle(): void;
}) {
  const t = useDeliveryText();
  const format = useFormats();
  const links = useDeliveryLinks();
  const { deployment, columns, isOpen, onToggle } = props;
  const { failedBecause, incidentIds, spent, watch } = deployment;
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>{' '}
            {versionOf(deployment)}
          </button>
          {deployment.active && (
            <span className={uiClasses.muted}> {t('history.active')}</span>
          )}
        </th>
        <td>{t(`kind.${deployment.kind}`)}</td>
        <td>
          <AuthorOf change={deployment} />
        </td>
        <td>
          <When iso={deployment.startedAt} />
        </td>
        <td className={uiClasses.number}>
          <Duration seconds={deployment.tookSeconds} />
        </td>
        <td className={uiClasses.number}>
          <ActiveFor deployment={deployment} />
        </td>
        <td className={classes.outcome}>
          <OutcomeWord of={deployment} />
          {failedBecause.map(cause => (
            <div key={`${cause.kind} ${cause.ref}`} className={uiClasses.muted}>
              <Said sentence={cause.said} />
            </div>
          ))}
        </td>
        <td className={uiClasses.number}>
          {spent ? format.minutes(spent.minutes) : '–'}
        </td>
        <td>{watch ? <WatchWord state={watch.state} /> : '–'}</td>
        <td>
          {incidentIds.length === 0
            ? '–'
            : incidentIds.map((id, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <IncidentLink id={id} href={links.incident(id)} />
                </span>
              ))}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={columns} className={classes.details}>
            <Details change={deployment} deployment={deployment} />
          </td>
        </tr>
      )}
    </>
  );
}

function ActiveFor({ deployment }: { deployment: Deployment }) {
  const from = secondsOf(deployment.activeFrom);
  const until = secondsOf(deployment.activeUntil);
  const elapsed = useElapsed(from);
  if (from === undefined) return <>–</>;
  return until === undefined ? (
    <>{elapsed}</>
  ) : (
    <Duration seconds={until - from} />
  );
}
