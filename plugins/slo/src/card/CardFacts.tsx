import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import {
  Link,
  RelativeTime,
  Sparkline,
  toneOf,
  useFormats,
} from '@ghostlight/reliability-react';
import { burnOver, nameOf, objectiveName, sourceReason } from '../answer';
import { GateWord } from '../GateWord';
import { useGate } from '../hooks';
import type { Scope } from '../tab/scopeOf';
import { useSloText } from '../translation';
import classes from './card.module.css';

/** The worst objective in numbers, how many are well, the gate, the age. */
export function CardFacts(props: {
  /** Worst first, at least one. */
  objectives: ObjectiveStatus[];
  scope: Scope;
}) {
  const t = useSloText();
  const format = useFormats();
  const entityLink = useEntityRefLink();
  const { objectives, scope } = props;
  const [worst] = objectives;
  const { budget, source } = worst;
  const gate = useGate(scope.measuredRef);

  const healthy = objectives.filter(each => each.status === 'healthy').length;
  const count = objectives.length;
  const rate = burnOver(worst, '1h');
  const left = format.percent(budget.leftRatio);
  let leftLine: string = t('card.budgetLeft', {
    left,
    minutes: format.minutes(budget.leftMinutes),
  });
  if (budget.leftRatio === null) leftLine = t('card.budgetUnknown');
  if (worst.status === 'low-traffic') leftLine = t('card.budgetTiny');

  return (
    <>
      <div className={classes.line}>
        <span className={classes.worst}>
          {scope.isGroup && `${nameOf(worst.entityRef)} · `}
          {objectiveName(worst)}
        </span>
        <Sparkline
          values={worst.spark}
          label={t('card.sparkLabel', { left })}
          tone={toneOf(worst.status)}
        />
      </div>
      <div className={classes.number}>{leftLine}</div>
      <div className={classes.number}>
        {rate === null
          ? t('card.burnNone')
          : t('card.burn', { rate: format.rate(rate) })}
      </div>
      {source.state === 'failing' && (
        <div className={classes.muted}>
          {t('source.failing', {
            name: source.name,
            reason: sourceReason(source, t),
          })}
        </div>
      )}
      <div className={classes.line}>
        <span className={classes.muted}>
          {healthy === count
            ? t('card.allHealthy', { count })
            : t('card.healthyOf', { healthy: String(healthy), count })}
        </span>
        {gate.data && !scope.isGroup && (
          <GateWord verdict={gate.data.verdict} />
        )}
      </div>
      <div className={`${classes.line} ${classes.foot}`}>
        <Link href={`${entityLink(scope.entityRef)}/slo`}>
          {t('card.open')}
        </Link>
        <span className={classes.muted}>
          {t('card.updated')} <RelativeTime at={worst.asOf} />
        </span>
      </div>
    </>
  );
}
