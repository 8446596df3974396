import type { TriageAnalysis } from '@ghostlight/plugin-incidents-common';
import { TONE_COLOUR, uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Chips } from '../evidence/Chips';
import classes from '../triage.module.css';

/** Warns of records that seem to give orders to whoever reads them. */
export function Injections(props: {
  injections: TriageAnalysis['injections'];
}) {
  const t = useIncidentsText();
  const { injections } = props;
  if (injections.length === 0) return null;
  return (
    <section
      className={classes.warning}
      aria-label={t('analysis.injectionsLabel')}
    >
      <h4>
        <svg width={16} height={15} viewBox="0 0 16 15" aria-hidden="true">
          <path
            d="M8 1 15 14H1Z M8 5.5V9.5 M8 11.4V12.4"
            fill="none"
            stroke={TONE_COLOUR.warning}
            strokeWidth={1.5}
            strokeLinejoin="round"
          />
        </svg>
        {t('analysis.injections', { count: injections.length })}
      </h4>
      <p className={uiClasses.plain}>{t('analysis.injectionsWhat')}</p>
      <ul className={uiClasses.list}>
        {injections.map((each, index) => (
          <li key={`${index} ${each.evidence}`}>
            <Chips
              ids={[each.evidence]}
              label={t('analysis.injectionsLabel')}
            />{' '}
            <q className={classes.untrusted}>{each.text}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}
