import type { Change, Deployment } from '@ghostlight/plugin-delivery-common';
import {
  Link,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useDeliveryLinks } from '../hooks';
import { ChangedValues } from '../plan/ChangedValues';
import { useDeliveryText } from '../translation';
import { Out, Said, shortHash, StartedBy, versionOf } from '../words';
import classes from './history.module.css';

/** All that is known of a change; more where it is a deployment. */
export function Details(props: { change: Change; deployment?: Deployment }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const { change, deployment } = props;
  const { previousVersion, commit, commitAt, pullRequest, imageDigest } =
    change;
  const mayGoBack =
    deployment?.entityRef !== undefined &&
    deployment.activeFrom !== undefined &&
    !deployment.active;
  return (
    <div className={classes.stack}>
      <dl className={classes.facts}>
        <Fact title={t('history.change')}>{change.title}</Fact>
        {previousVersion && (
          <Fact title={t('history.before')}>{previousVersion}</Fact>
        )}
        {commit && (
          <Fact title={t('history.commit')}>
            <code title={commit}>{shortHash(commit)}</code>{' '}
            {commitAt && <When iso={commitAt} absolute />}
          </Fact>
        )}
        {pullRequest && (
          <Fact title={t('history.pullRequest')}>
            <Out href={pullRequest}>{tailOf(pullRequest)}</Out>
          </Fact>
        )}
        {imageDigest && (
          <Fact title={t('history.digest')}>
            <code title={imageDigest}>{shortHash(imageDigest)}</code>
          </Fact>
        )}
        <Fact title={t('history.startedBy')}>
          <StartedBy starter={change.startedBy} />{' '}
          <When iso={change.startedAt} absolute />
        </Fact>
        <Fact title={t('strategy.label')}>
          {t(`strategy.${change.strategy}`)}
        </Fact>
        <Fact title={t('history.source')}>
          <Out href={change.url}>{change.source}</Out>
        </Fact>
        {deployment && <Became deployment={deployment} />}
      </dl>
      {change.values && change.values.length > 0 && (
        <ChangedValues values={change.values} past />
      )}
      {mayGoBack && deployment?.entityRef && (
        <Link
          href={links.plan({
            entityRef: deployment.entityRef,
            environment: deployment.environment,
            to: deployment.id,
          })}
        >
          {t('entity.planTo', { version: versionOf(deployment) })}
        </Link>
      )}
    </div>
  );
}

function Became({ deployment }: { deployment: Deployment }) {
  const t = useDeliveryText();
  const format = useFormats();
  const links = useDeliveryLinks();
  const { target, rollbackId, rollbackOf, rolledBackBy, spent, watch } =
    deployment;
  return (
    <>
      {target && <Fact title={t('history.target')}>{target.title}</Fact>}
      {rollbackId && (
        <Fact title={t('history.rollback')}>
          <Link href={links.rollback(rollbackId)}>{rollbackId}</Link>
        </Fact>
      )}
      {rollbackOf && (
        <Fact title={t('history.undid')}>
          <Link href={links.change(rollbackOf)}>{t('history.thatChange')}</Link>
        </Fact>
      )}
      {rolledBackBy && (
        <Fact title={t('history.undoneBy')}>
          <Link href={links.change(rolledBackBy)}>
            {t('history.thatChange')}
          </Link>
        </Fact>
      )}
      {spent && (
        <Fact title={t('history.spent')}>
          {spent.objectives.length > 1
            ? spent.objectives
                .map(
                  ({ title, minutes, share }) =>
                    `${title} ${format.minutes(minutes)} (${format.percent(
                      share,
                    )})`,
                )
                .join(' · ')
            : format.minutes(spent.minutes)}{' '}
          <span className={uiClasses.muted}>
            (<When iso={spent.asOf} />)
          </span>
        </Fact>
      )}
      {watch && (
        <Fact title={t('history.watch')}>
          <Said sentence={watch.said} />
        </Fact>
      )}
    </>
  );
}

function Fact(props: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** `#123` of a pull request's address, else where it is. */
function tailOf(url: string): string {
  const [, number] = /\/(\d+)\/?$/.exec(url) ?? [];
  return number ? `#${number}` : url;
}
