import type { Limits } from '@ghostlight/plugin-runbooks-common';
import { uiClasses, useFormats } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';

/** How far a policy may go, each limit in a sentence. */
export function LimitsText({ limits }: { limits: Limits }) {
  const t = useRunbooksText();
  const format = useFormats();
  const { perTarget, storm } = limits;
  const sentences = [
    t('limits.perTarget', {
      count: perTarget.attempts,
      span: format.duration(perTarget.withinSeconds),
    }),
    t('limits.perHour', { count: limits.perHour }),
    t('limits.organisation', { count: limits.perHourOrganisation }),
    t('limits.coolDown', { span: format.duration(limits.coolDownSeconds) }),
    t('limits.concurrency', { count: limits.concurrency }),
    t('limits.blastRadius', { count: limits.blastRadius }),
    t('limits.healthy', { share: format.percent(limits.minimumHealthy) }),
    t('limits.storm', {
      count: storm.incidents,
      span: format.duration(storm.withinSeconds),
    }),
  ];
  return (
    <ul className={uiClasses.bullets}>
      {sentences.map(each => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
