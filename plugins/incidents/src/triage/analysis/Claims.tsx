import type { Claim } from '@ghostlight/plugin-incidents-common';
import { ClaimText } from './ClaimText';
import classes from '../triage.module.css';

/** Statements under a title; nothing when there are none. */
export function Claims(props: {
  title?: string;
  claims: readonly Claim[];
  language?: string;
}) {
  const { title, claims, language } = props;
  if (claims.length === 0) return null;
  return (
    <div>
      {title && <h4 className={classes.subtitle}>{title}</h4>}
      <ul className={classes.claims} aria-label={title}>
        {claims.map((claim, index) => (
          <li key={`${index} ${claim.text}`}>
            <ClaimText claim={claim} language={language} />
          </li>
        ))}
      </ul>
    </div>
  );
}
