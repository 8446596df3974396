import type { Claim } from '@ghostlight/plugin-incidents-common';
import { useIncidentsText } from '../../translation';
import { Chips } from '../evidence/Chips';
import classes from '../triage.module.css';

/** A statement of the model: whether the records that it cites hold it is told by shape, line and word. */
export function ClaimText(props: { claim: Claim; language?: string }) {
  const t = useIncidentsText();
  const { claim, language } = props;
  return (
    <div
      className={classes.claim}
      data-inferred={!claim.supported || undefined}
    >
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
        {claim.supported ? (
          <rect width={10} height={10} x={1} y={1} fill="currentColor" />
        ) : (
          <circle
            cx={6}
            cy={6}
            r={4.5}
            fill="none"
            stroke="currentColor"
            strokeDasharray="2 2"
          />
        )}
      </svg>
      <div>
        <span className={classes.claimText} lang={language}>
          {claim.text}
        </span>{' '}
        <span className={classes.claimWord}>
          {claim.supported ? t('claim.supported') : t('claim.inferred')}
        </span>{' '}
        <Chips ids={claim.evidence} label={t('claim.cites')} />
      </div>
    </div>
  );
}
