import type { Watch, WatchRule } from '@ghostlight/plugin-delivery-common';
import {
  Link,
  Panel,
  QueryBoundary,
  Scroll,
  Sparkline,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useDeliveryLinks, useWatch } from '../hooks';
import { useDeliveryText } from '../translation';
import { MeasureName } from '../rollout/MeasureName';
import { measureText } from '../rollout/measureText';
import { RuleWord, Said, useSay, WatchWord } from '../words';
import { RULE_TONES } from '../words/tones';
import { EndWatch } from './EndWatch';
import classes from './watch.module.css';

/** What became of a deployment in its first hour: rules, numbers and what to do. */
export function WatchPanel({ id }: { id: string }) {
  const t = useDeliveryText();
  const watch = useWatch(id);
  return (
    <Panel
      title={t('watch.title')}
      aside={watch.data && <WatchWord state={watch.data.state} />}
    >
      <QueryBoundary query={watch} what={t('watch.title')}>
        {data => <Report watch={data} onChanged={watch.refresh} />}
      </QueryBoundary>
    </Panel>
  );
}

function Report(props: { watch: Watch; onChanged(): void }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const { watch, onChanged } = props;
  const { rules, recommendations, rollbackId, planId } = watch;
  return (
    <>
      <p className={uiClasses.plain}>
        <Said sentence={watch.said} within={rules.map(({ said }) => said)} />
      </p>
      <p className={uiClasses.muted}>
        {watch.state === 'watching' ? (
          <>
            {t('watch.ends')} <When iso={watch.endsAt} absolute />
          </>
        ) : (
          <>
            {t('watch.ended')} <When iso={watch.finishedAt} absolute />
          </>
        )}{' '}
        · {t(`watch.automatic_${watch.automaticRollback}`)}{' '}
        {rollbackId && (
          <Link href={links.rollback(rollbackId)}>{rollbackId}</Link>
        )}
        {!rollbackId && planId && (
          <Link href={links.planById(planId)}>{t('watch.plan')}</Link>
        )}
      </p>
      <RuleTable rules={rules} />
      {recommendations.length > 0 && (
        <div>
          <strong>{t('watch.advice')}</strong>
          <ul className={uiClasses.bullets}>
            {recommendations.map(each => (
              <li key={`${each.code} ${each.text}`}>
                <Said sentence={each} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {watch.state === 'watching' && (
        <EndWatch id={watch.id} onChanged={onChanged} />
      )}
    </>
  );
}

function RuleTable({ rules }: { rules: WatchRule[] }) {
  const t = useDeliveryText();
  return (
    <Scroll label={t('watch.rule')}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('watch.rule')}</th>
            <th scope="col">{t('watch.state')}</th>
            {(['avg', 'min', 'max', 'final'] as const).map(each => (
              <th key={each} scope="col" className={uiClasses.end}>
                {t(`watch.${each}`)}
              </th>
            ))}
            <th scope="col">{t('watch.course')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(rule => (
            <RuleRow
              key={`${rule.metric ?? rule.objective?.ref} ${rule.comparison}`}
              rule={rule}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function RuleRow({ rule }: { rule: WatchRule }) {
  const t = useDeliveryText();
  const format = useFormats();
  const say = useSay();
  const { metric, objective, points = [] } = rule;
  const limit = measureText(metric, rule.threshold, format);
  const bound =
    rule.comparison === '>='
      ? t('words.orMore', { limit })
      : t('words.orLess', { limit });
  return (
    <tr>
      <th scope="row" className={classes.rule}>
        <MeasureName metric={metric} objective={objective} />{' '}
        <span className={uiClasses.muted}>
          {t('watch.breaksAt', {
            bound,
            time: format.duration(rule.forMinutes * 60),
          })}{' '}
          · {t(`watch.${rule.severity}`)}
        </span>
      </th>
      <td>
        <RuleWord state={rule.state} />
      </td>
      {(['avg', 'min', 'max', 'final'] as const).map(each => (
        <td key={each} className={uiClasses.end}>
          {measureText(metric, rule[each], format)}
        </td>
      ))}
      <td className={classes.course}>
        {points.length > 1 ? (
          <Sparkline
            values={points.map(({ value }) => value)}
            label={say(rule.said)}
            tone={RULE_TONES[rule.state]}
          />
        ) : (
          <Said sentence={rule.said} />
        )}
      </td>
    </tr>
  );
}
