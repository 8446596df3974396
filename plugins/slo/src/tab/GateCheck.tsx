import type { Gate } from '@ghostlight/plugin-slo-common';
import { useFormats } from '@ghostlight/reliability-react';
import { GateShape } from '../GateWord';
import { useSloText } from '../translation';
import { checkFacts, checkText } from './gateText';
import classes from './tab.module.css';

/** One check of the gate with the numbers it used. */
export function GateCheck({ check }: { check: Gate['checks'][number] }) {
  const t = useSloText();
  const format = useFormats();
  const facts = checkFacts(check, { t, format });
  return (
    <li className={classes.check}>
      <GateShape verdict={check.verdict} />
      <span>{checkText(check, { t, format })}</span>
      {facts.length > 0 && (
        <dl className={classes.evidence} aria-label={t('gate.evidence')}>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
