import type { TriageRun } from '@ghostlight/plugin-incidents-common';
import { uiClasses, useFormats, When } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useIncidentsText } from '../../translation';
import { useActorName } from '../../words';
import { Redactions } from '../Redactions';
import { useMoney } from '../useMoney';
import classes from '../triage.module.css';

/** By what, when, at what cost and from which evidence. */
export function RunFacts({ run }: { run: TriageRun }) {
  const t = useIncidentsText();
  const format = useFormats();
  const money = useMoney();
  const actor = useActorName();
  const { usage } = run;
  const facts: Array<[string, ReactNode]> = [
    [t('run.id'), run.id],
    ...(run.model ? [[t('run.model'), run.model] as [string, ReactNode]] : []),
    ...(run.promptVersion
      ? [[t('run.prompt'), run.promptVersion] as [string, ReactNode]]
      : []),
    [
      t('run.cost'),
      usage
        ? t('run.costOf', { cost: money(usage.cost), date: usage.pricesOf })
        : t('run.costNone'),
    ],
    ...(usage
      ? ([
          [
            t('run.tokens'),
            t('run.tokensOf', {
              input: format.count(usage.inputTokens),
              output: format.count(usage.outputTokens),
            }),
          ],
          [t('run.tools'), format.count(usage.calls)],
        ] as Array<[string, ReactNode]>)
      : []),
    [
      t('run.asked'),
      <>
        <When iso={run.startedAt} /> {t('run.by', { who: actor(run.by) })}
      </>,
    ],
  ];
  return (
    <div>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {run.cachedFrom && (
        <p className={uiClasses.muted}>
          {t('run.cached', { id: run.cachedFrom })}
        </p>
      )}
      <p className={uiClasses.muted}>
        <Redactions redactions={run.redactions} />
      </p>
    </div>
  );
}
