import {
  triageSpendReadPermission,
  type TriageSpend,
} from '@ghostlight/plugin-incidents-common';
import {
  Choice,
  EmptyState,
  Panel,
  QueryBoundary,
  uiClasses,
  useFormats,
  useUrlState,
} from '@ghostlight/reliability-react';
import { NotAllowed } from '../../states/NotAllowed';
import { useIncidentsText } from '../../translation';
import { useMoney } from '../useMoney';
import { useTriageSpend } from '../useTriage';
import { Acceptance } from './Acceptance';
import { Outcomes } from './Outcomes';
import { SpendByDay } from './SpendByDay';
import { SPENDS, spends, triagePageUrl } from './triagePageUrl';
import classes from '../triage.module.css';

/** What models cost, today and by day and task, and what came of it. */
export function Spend(props: { isAvailable: boolean }) {
  const t = useIncidentsText();
  const [{ spend: span }, setUrl] = useUrlState(triagePageUrl);
  const days = SPENDS[span];
  const spend = useTriageSpend(days);
  return (
    <Panel
      title={t('spend.title')}
      aside={
        <Choice
          label={t('spend.span')}
          options={spends.map(id => ({
            id,
            label: t('learning.lastDays', { days: String(SPENDS[id]) }),
          }))}
          value={span}
          onChange={chosen => setUrl({ spend: chosen })}
        />
      }
    >
      <QueryBoundary
        query={spend}
        what={t('spend.title')}
        forbidden={
          <NotAllowed
            what={t('spend.what')}
            permission={triageSpendReadPermission.name}
          />
        }
      >
        {data => (
          <>
            <Today today={data.today} />
            {data.days.every(each => each.runs === 0) ? (
              <EmptyState
                sentence={t('spend.none', { days: String(days) })}
                next={t(
                  props.isAvailable
                    ? 'spend.noneHint'
                    : 'spend.noneUnavailable',
                )}
              />
            ) : (
              <>
                <SpendByDay spend={data} length={days} />
                <div className={classes.columns}>
                  <Tasks tasks={data.tasks} />
                  <Outcomes outcomes={data.outcomes} />
                </div>
              </>
            )}
            <Acceptance feedback={data.feedback} days={days} />
          </>
        )}
      </QueryBoundary>
    </Panel>
  );
}

function Today({ today }: { today: TriageSpend['today'] }) {
  const t = useIncidentsText();
  const money = useMoney();
  const { spent, reserved, limit } = today;
  const share = (amount: number) =>
    limit.amount > 0 ? Math.min(100, (100 * amount) / limit.amount) : 0;
  const spentShare = share(spent.amount);
  return (
    <div>
      <p className={uiClasses.plain}>
        {t('spend.today', { spent: money(spent), limit: money(limit) })}{' '}
        {reserved.amount > 0 &&
          t('spend.reserved', { reserved: money(reserved) })}{' '}
        {spent.amount + reserved.amount >= limit.amount && (
          <strong>{t('spend.exhausted')}</strong>
        )}
      </p>
      <span className={classes.meter} aria-hidden="true">
        <span style={{ width: `${spentShare}%` }} />
        <span
          className={classes.reserved}
          style={{
            width: `${Math.min(100 - spentShare, share(reserved.amount))}%`,
          }}
        />
      </span>
    </div>
  );
}

function Tasks({ tasks }: { tasks: TriageSpend['tasks'] }) {
  const t = useIncidentsText();
  const format = useFormats();
  const money = useMoney();
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('spend.task')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('spend.runs')}
            </th>
            <th scope="col" className={uiClasses.end}>
              {t('spend.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(each => (
            <tr key={each.task}>
              <th scope="row">{t(`task.${each.task}`)}</th>
              <td className={uiClasses.end}>{format.count(each.runs)}</td>
              <td className={uiClasses.end}>{money(each.cost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
