import type { Evidence } from '@ghostlight/plugin-runbooks-common';
import { uiClasses, When } from '@ghostlight/reliability-react';
import { Out, Said } from '../words';
import classes from './remediation.module.css';

/** Records that a claim rests on: each with its value and where it can be looked at. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  return (
    <ul className={uiClasses.bullets}>
      {evidence.map(({ label, value, said, url, asOf }, index) => (
        <li key={`${index} ${label}`} className={classes.plain}>
          <Out href={url}>{said ? <Said sentence={said} /> : label}</Out>
          {value && !said && (
            <>
              : <strong>{value}</strong>
            </>
          )}
          {asOf && (
            <span className={uiClasses.muted}>
              {' · '}
              <When iso={asOf} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
