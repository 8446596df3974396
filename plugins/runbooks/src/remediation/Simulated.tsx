import type {
  RehearsalReport,
  Simulation,
} from '@ghostlight/plugin-runbooks-common';
import {
  Alert,
  Button,
  Clock,
  Duration,
  Panel,
  Scroll,
  ToneWord,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useRunbooksLinks } from '../hooks';
import { Rehearse } from '../rehearsal';
import { useRunbooksText } from '../translation';
import { IncidentLink, Said, SaidList } from '../words';
import { useSimulate } from './useRemediation';
import classes from './remediation.module.css';

/** Days of incidents that are looked at. */
const DAYS = 90;
const TONES = { yes: 'positive', no: 'negative', unknown: 'neutral' } as const;

/** What the policy would have done in incidents that are over, once somebody asks. */
export function Simulated(props: {
  policyRef: string;
  policyTitle: string;
  isBroken: boolean;
}) {
  const t = useRunbooksText();
  const { policyRef, policyTitle, isBroken } = props;
  const [answer, setAnswer] = useState<Simulation>();
  const simulate = useSimulate(policyRef);
  const act = useAct(async () => setAnswer(await simulate(DAYS)));
  return (
    <Panel
      title={t('simulation.title')}
      aside={
        <div className={uiClasses.row}>
          <Rehearse
            of={{ policyRef }}
            title={policyTitle}
            isBroken={isBroken}
          />
          <Button
            variant="secondary"
            isDisabled={isBroken}
            isPending={act.pending}
            onPress={() => act.run()}
          >
            {t(answer ? 'simulation.again' : 'simulation.ask')}
          </Button>
        </div>
      }
    >
      <p className={uiClasses.muted}>{t('simulation.hint', { count: DAYS })}</p>
      {act.failure && <Alert status="danger" icon title={act.failure} />}
      <div role="status">{answer && <Answer simulation={answer} />}</div>
    </Panel>
  );
}

function Answer({ simulation }: { simulation: Simulation }) {
  const t = useRunbooksText();
  const { from, to, incidents, wouldHaveActed, items } = simulation;
  const unknown = items.filter(
    each => each.wouldHaveActed && each.wouldHaveRecovered === 'unknown',
  ).length;
  return (
    <>
      <p className={classes.plain}>
        <strong>
          {t('simulation.sentence', {
            incidents: t('simulation.incidents', { count: incidents }),
            acted: String(wouldHaveActed),
            recovered: String(simulation.wouldHaveRecovered),
          })}
        </strong>{' '}
        {unknown > 0 && t('simulation.unknown', { count: unknown })}{' '}
        <span className={uiClasses.muted}>
          <Clock iso={from} withDate /> – <Clock iso={to} withDate />
        </span>
      </p>
      {incidents === 0 && (
        <p className={uiClasses.muted}>
          <Said sentence={simulation.said} />
        </p>
      )}
      {items.length > 0 && <Incidents items={items} />}
    </>
  );
}

function Incidents({ items }: { items: RehearsalReport[] }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  return (
    <Scroll label={t('simulation.title')}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('words.incident')}</th>
            <th scope="col">{t('simulation.acted')}</th>
            <th scope="col">{t('simulation.recovered')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('simulation.saved')}
            </th>
            <th scope="col">{t('simulation.because')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(each => (
            <tr key={each.incidentId}>
              <th scope="row">
                <IncidentLink
                  id={each.incidentId}
                  href={links.incident(each.incidentId)}
                />
              </th>
              <td>
                {t(actedKey(each))}{' '}
                {each.actedAt && <Clock iso={each.actedAt} withDate />}
              </td>
              <td>
                {each.wouldHaveActed ? (
                  <ToneWord
                    tone={TONES[each.wouldHaveRecovered]}
                    word={t(`simulation.recovered_${each.wouldHaveRecovered}`)}
                  />
                ) : (
                  '–'
                )}
              </td>
              <td className={uiClasses.end}>
                <Duration seconds={each.savedSeconds} />
              </td>
              <td className={classes.wrap}>
                <SaidList sentences={each.because} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function actedKey(report: RehearsalReport) {
  if (report.wouldHaveActed) return 'simulation.yes';
  return report.wouldHaveMatched
    ? 'simulation.heldBack'
    : 'simulation.notItsOwn';
}
