import type {
  AttemptDetail,
  LimitCheck,
} from '@ghostlight/plugin-runbooks-common';
import { Panel } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useRunbooksText } from '../translation';
import { Said } from '../words';
import classes from './remediation.module.css';

/** What had to hold, each with whether it did, in words. */
export function Checks(props: {
  conditions: AttemptDetail['conditions'];
  limits: LimitCheck[];
}) {
  const t = useRunbooksText();
  const { conditions, limits } = props;
  if (conditions.length === 0 && limits.length === 0) return null;
  return (
    <Panel title={t('attempt.checks')}>
      {conditions.length > 0 && (
        <>
          <h4 className={classes.part}>{t('attempt.conditions')}</h4>
          <ul className={classes.checks}>
            {conditions.map(({ holds, said }) => (
              <Check key={`${said.code} ${said.text}`} holds={holds}>
                <Said sentence={said} />
              </Check>
            ))}
          </ul>
        </>
      )}
      {limits.length > 0 && (
        <>
          <h4 className={classes.part}>{t('attempt.limits')}</h4>
          <ul className={classes.checks}>
            {limits.map(each => (
              <Check key={each.limit} holds={each.holds}>
                <LimitText check={each} />
              </Check>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** Those whose sentence says only what is wrong. */
const CALM = ['switch', 'cool-down', 'loop'] as const;

function LimitText({ check }: { check: LimitCheck }) {
  const t = useRunbooksText();
  const calm = CALM.find(each => each === check.limit);
  return check.holds && calm ? (
    <>{t(`calm.${calm}`)}</>
  ) : (
    <Said sentence={check.said} />
  );
}

function Check(props: { holds: boolean; children: ReactNode }) {
  const t = useRunbooksText();
  const { holds, children } = props;
  return (
    <li className={classes.check}>
      <span
        className={holds ? classes.holds : classes.broken}
        role="img"
        aria-label={t(holds ? 'attempt.holds' : 'attempt.broken')}
      >
        {holds ? '✓' : '✗'}
      </span>
      <span className={classes.plain}>{children}</span>
    </li>
  );
}
