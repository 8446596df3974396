import type { Reason } from '@ghostlight/plugin-incidents-common';
import { nameOf, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { reasonText } from './reasonText';
import classes from './words.module.css';

/** Pieces of evidence, the heaviest first, each with its weight and the path it follows. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  const t = useIncidentsText();
  const format = useFormats();
  const sorted = [...reasons].sort((a, b) => b.weight - a.weight);
  return (
    <ul className={classes.reasons}>
      {sorted.map((reason, index) => (
        <li key={`${reason.kind} ${index}`}>
          {reasonText(reason, { t, format })}
          <span className={classes.aside}>
            {reason.path && reason.path.length > 2 && (
              <>
                {' · '}
                {t('reason.path', {
                  path: reason.path.map(nameOf).join(' → '),
                })}
              </>
            )}
            {' · '}
            {t('reason.weight', { weight: format.percent(reason.weight) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
