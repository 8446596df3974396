import type { Evidence, GateCheck } from '@ghostlight/plugin-delivery-common';
import { EntityName, uiClasses, When } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { checkTitle, CheckWord, Out, Said } from '../words';
import classes from './gate.module.css';

/** Each question of the gate with its answer, what the answer rests on, and how to pass. */
export function CheckList({ checks }: { checks: GateCheck[] }) {
  const t = useDeliveryText();
  return (
    <ul className={classes.checks}>
      {checks.map(check => (
        <li key={check.id} className={classes.check}>
          <CheckWord verdict={check.verdict} />
          <div>
            <strong>{checkTitle(check.title, t)}</strong>{' '}
            <Said sentence={check.said} />
            {check.howToPass && (
              <div className={uiClasses.muted}>
                {t('gate.howToPass')} <Said sentence={check.howToPass} />
              </div>
            )}
            {check.evidence.length > 0 && (
              <ul className={classes.evidence}>
                {check.evidence.map((each, index) => (
                  <li key={index}>
                    <EvidenceLine evidence={each} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const ENTITY = /^[a-z]+:[^/\s]+\/\S+$/i;

function EvidenceLine({ evidence }: { evidence: Evidence }) {
  const { label, value, url, asOf } = evidence;
  return (
    <>
      {url === undefined && ENTITY.test(label) ? (
        <EntityName entityRef={label} />
      ) : (
        <Out href={url}>{label}</Out>
      )}
      {value && ` ${value}`}
      {asOf && (
        <span className={uiClasses.muted}>
          {' '}
          (<When iso={asOf} />)
        </span>
      )}
    </>
  );
}
