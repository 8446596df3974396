import type { Triage } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  LoadingState,
  More,
  Panel,
  QueryBoundary,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { NotAllowed } from '../../states/NotAllowed';
import { Suspects } from '../../incident/panels/Suspects';
import { useIncidentsText } from '../../translation';
import { Told } from '../../words';
import { EvidenceScope } from '../evidence/EvidenceContext';
import { Redactions } from '../Redactions';
import { useTriageState } from '../TriageContext';
import { VerdictWord } from '../VerdictWord';
import { SuspectItem } from './SuspectItem';
import classes from '../triage.module.css';

/** Why it happened as far as rules and numbers tell: there at once, and the answer when there is no model. */
export function WhyPanel() {
  const t = useIncidentsText();
  const { triage, incident } = useTriageState();
  return (
    <>
      <Panel
        title={t('why.title')}
        aside={
          triage.data && (
            <span className={uiClasses.row}>
              <span className={uiClasses.muted}>
                {t('why.asOf')} <When iso={triage.data.bundle.at} />
              </span>
              <Button
                size="small"
                variant="tertiary"
                isPending={triage.isRefreshing}
                onPress={triage.refresh}
              >
                {t('why.again')}
              </Button>
            </span>
          )
        }
      >
        <QueryBoundary
          query={triage}
          what={t('why.ranking')}
          loading={<LoadingState what={t('why.ranking')} lines={5} />}
          forbidden={<NotAllowed what={t('why.what')} />}
        >
          {data => (
            <EvidenceScope scope="" items={data.report.evidence}>
              <Ranking triage={data} />
            </EvidenceScope>
          )}
        </QueryBoundary>
      </Panel>
      {triage.error && !triage.data && <Suspects incident={incident} />}
    </>
  );
}

function Ranking({ triage }: { triage: Triage }) {
  const t = useIncidentsText();
  const format = useFormats();
  const { report, bundle } = triage;
  const { ranker } = report;
  return (
    <>
      <p className={classes.headline}>
        <VerdictWord verdict={report.verdict} />{' '}
        <Told
          sentence={report.summary}
          within={report.suspects.map(each => each.cause)}
        />
      </p>
      {report.suspects.length > 0 ? (
        <ol className={classes.suspects} aria-label={t('why.suspects')}>
          {report.suspects.map(suspect => (
            <SuspectItem
              key={suspect.id}
              suspect={suspect}
              evidence={report.evidence}
            />
          ))}
        </ol>
      ) : (
        <p className={uiClasses.muted}>
          {report.evidence.length === 0
            ? t('why.noEvidence')
            : t('why.noSuspects')}
        </p>
      )}
      {report.missing.length > 0 && (
        <div>
          <h4 className={classes.subtitle}>{t('why.missing')}</h4>
          <ul className={uiClasses.bullets}>
            {report.missing.map(each => (
              <li key={`${each.code} ${each.text}`}>
                <Told sentence={each} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <More summary={t('why.how')}>
        <p className={uiClasses.plain}>
          {t(
            ranker.kind === 'learned' ? 'why.rankerLearned' : 'why.rankerRules',
            { version: ranker.version },
          )}{' '}
          {ranker.why && <Told sentence={ranker.why} />}
        </p>
        <p className={uiClasses.plain}>
          {t('why.records', {
            count: report.evidence.length,
            number: format.count(report.evidence.length),
          })}{' '}
          <Redactions redactions={bundle.redactions} />
        </p>
      </More>
    </>
  );
}
