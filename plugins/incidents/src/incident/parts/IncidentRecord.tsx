import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import {
  EntityName,
  Panel,
  secondsOf,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Markdown } from '../../ui';
import { SaidWords, useSaid } from '../../words';
import classes from '../incident.module.css';

const instants = [
  ['startedAt', 'record.startedAt'],
  ['detectedAt', 'record.detectedAt'],
  ['acknowledgedAt', 'record.acknowledgedAt'],
  ['identifiedAt', 'record.identifiedAt'],
  ['mitigatedAt', 'record.mitigatedAt'],
  ['recoveredAt', 'record.recoveredAt'],
  ['resolvedAt', 'record.resolvedAt'],
] as const;

const roles = {
  origin: 'record.origin',
  affected: 'record.affected',
  symptom: 'record.symptom',
} as const;

/** What is known: summary, cause, mitigation, who is affected, when, and what it cost. */
export function IncidentRecord({ incident }: { incident: IncidentDetail }) {
  const t = useIncidentsText();
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <Panel title={t('incident.summary')}>
          {incident.summary ? (
            <Markdown text={incident.summary} />
          ) : (
            <p className={uiClasses.muted}>{t('record.noSummary')}</p>
          )}
          <h4 className={classes.subtitle}>{t('incident.rootCause')}</h4>
          {incident.rootCause ? (
            <Markdown text={incident.rootCause} />
          ) : (
            <p className={uiClasses.muted}>{t('record.noRootCause')}</p>
          )}
          {incident.mitigation && (
            <>
              <h4 className={classes.subtitle}>{t('incident.mitigation')}</h4>
              <Markdown text={incident.mitigation} />
            </>
          )}
          {incident.because && (
            <p className={uiClasses.muted}>
              <SaidWords
                sentence={incident.because}
                said={incident.becauseSaid}
              />
            </p>
          )}
        </Panel>
        <Impact incident={incident} />
      </div>
      <div className={classes.stack}>
        <Panel title={t('incident.affected')}>
          {incident.entities.length === 0 ? (
            <p className={uiClasses.muted}>{t('record.noEntities')}</p>
          ) : (
            <ul className={uiClasses.list}>
              {incident.entities.map(each => (
                <li key={each.entityRef} className={uiClasses.row}>
                  <EntityName entityRef={each.entityRef} title={each.title} />
                  <span className={uiClasses.muted}>{t(roles[each.role])}</span>
                  <span className={uiClasses.muted}>
                    {each.healthyAt ? (
                      <>
                        {t('record.healthy')} <When iso={each.healthyAt} />
                      </>
                    ) : (
                      <>
                        {t('record.since')} <When iso={each.since} />
                      </>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t('record.times')}>
          <dl className={classes.times}>
            {instants.map(([field, label]) => (
              <div key={field}>
                <dt>{t(label)}</dt>
                <dd>
                  {incident[field] ? (
                    <When iso={incident[field]} absolute />
                  ) : (
                    '–'
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </Panel>
      </div>
    </div>
  );
}

function Impact({ incident }: { incident: IncidentDetail }) {
  const t = useIncidentsText();
  const format = useFormats();
  const say = useSaid();
  const { impact } = incident;
  return (
    <Panel
      title={t('record.impact')}
      aside={
        <span className={uiClasses.muted}>
          {t('incident.costAsOf', {
            time: format.time(secondsOf(impact.asOf)),
          })}
        </span>
      }
    >
      {impact.unavailable && (
        <p className={uiClasses.muted}>
          {t('record.noImpact', {
            reason: say(impact.unavailable, impact.unavailableSaid),
          })}
        </p>
      )}
      {!impact.unavailable && impact.objectives.length === 0 && (
        <p className={uiClasses.muted}>{t('record.noObjectives')}</p>
      )}
      {impact.objectives.length > 0 && (
        <div className={uiClasses.scroll}>
          <table className={uiClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('record.objective')}</th>
                <th scope="col">{t('record.entity')}</th>
                <th scope="col" className={uiClasses.end}>
                  {t('record.spent')}
                </th>
              </tr>
            </thead>
            <tbody>
              {impact.objectives.map(each => (
                <tr key={each.ref}>
                  <td>
                    <EntityName
                      entityRef={each.ref.split('#')[0]}
                      title={each.title}
                    />
                  </td>
                  <td>
                    <EntityName entityRef={each.entityRef} />
                  </td>
                  <td className={uiClasses.end}>
                    {each.ofMinutes === undefined
                      ? format.minutes(each.budgetMinutes)
                      : t('record.spentOf', {
                          spent: format.minutes(each.budgetMinutes),
                          of: format.minutes(each.ofMinutes),
                        })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
