import type { RehearsalReport } from '@ghostlight/plugin-runbooks-common';
import {
  Duration,
  Panel,
  ToneWord,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { IncidentLink, SaidList } from '../words';

const TONES = { yes: 'positive', no: 'negative', unknown: 'neutral' } as const;

/** Whether it would have acted in an incident that is over, and recovered it. */
export function Rehearsal({ report }: { report: RehearsalReport }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { incidentId, wouldHaveMatched, wouldHaveActed, savedSeconds } = report;
  const recovered = report.wouldHaveRecovered;
  return (
    <Panel
      title={t('rehearsal.title')}
      aside={<IncidentLink id={incidentId} href={links.incident(incidentId)} />}
    >
      <ul className={uiClasses.list}>
        <li>
          <ToneWord
            tone={wouldHaveMatched ? 'positive' : 'warning'}
            word={t(
              wouldHaveMatched ? 'rehearsal.matched' : 'rehearsal.notMatched',
            )}
          />
        </li>
        <li>
          <ToneWord
            tone={wouldHaveActed ? 'positive' : 'warning'}
            word={t(wouldHaveActed ? 'rehearsal.acted' : 'rehearsal.notActed')}
          />{' '}
          {report.actedAt && <When iso={report.actedAt} absolute />}
        </li>
        <li>
          <ToneWord
            tone={TONES[recovered]}
            word={t(`rehearsal.recovered_${recovered}`)}
          />{' '}
          {savedSeconds !== undefined && savedSeconds > 0 && (
            <>
              {t('rehearsal.sooner')} <Duration seconds={savedSeconds} />
            </>
          )}
        </li>
      </ul>
      <SaidList sentences={report.because} />
    </Panel>
  );
}
