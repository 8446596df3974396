import type {
  Sentence,
  Triage,
  TriageReport,
} from '@ghostlight/plugin-incidents-common';
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
import { likelyOf } from './likelyOf';
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
  const { ranker, suspects } = report;
  const likely = likelyOf(report);
  const rest = suspects.slice(likely.length);
  if (suspects.length === 0 && report.verdict === 'inconclusive') {
    return (
      <>
        <p className={classes.headline}>
          <VerdictWord verdict="inconclusive" />{' '}
          <Told sentence={report.summary} />
        </p>
        <p className={uiClasses.muted}>{t('why.noEvidenceNext')}</p>
        <More summary={t('why.missing')}>
          <Missing missing={report.missing} />
        </More>
      </>
    );
  }
  return (
    <>
      <p className={classes.headline}>
        <VerdictWord verdict={report.verdict} />{' '}
        <Told
          sentence={report.summary}
          within={suspects.map(each => each.cause)}
        />
      </p>
      {suspects.length > 0 ? (
        <List
          label={t('why.suspects')}
          suspects={likely}
          evidence={report.evidence}
          told={report.summary.text}
        />
      ) : (
        <p className={uiClasses.muted}>{t('why.noSuspects')}</p>
      )}
      {rest.length > 0 && (
        <More summary={t('why.lessLikely', { count: rest.length })}>
          <List
            label={t('why.lessLikely', { count: rest.length })}
            suspects={rest}
            evidence={report.evidence}
          />
        </More>
      )}
      {report.missing.length > 0 && (
        <div>
          <h4 className={classes.subtitle}>{t('why.missing')}</h4>
          <Missing missing={report.missing} />
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

function List(props: {
  label: string;
  suspects: TriageReport['suspects'];
  evidence: TriageReport['evidence'];
  /** What was said already. */
  told?: string;
}) {
  return (
    <ol className={classes.suspects} aria-label={props.label}>
      {props.suspects.map(suspect => (
        <SuspectItem
          key={suspect.id}
          suspect={suspect}
          evidence={props.evidence}
          isTold={props.told?.includes(suspect.cause.text)}
        />
      ))}
    </ol>
  );
}

function Missing(props: { missing: readonly Sentence[] }) {
  return (
    <ul className={uiClasses.bullets}>
      {props.missing.map(each => (
        <li key={`${each.code} ${each.text}`}>
          <Told sentence={each} />
        </li>
      ))}
    </ul>
  );
}
