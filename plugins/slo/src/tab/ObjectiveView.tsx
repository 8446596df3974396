import { useEntity } from '@backstage/plugin-catalog-react';
import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import { BurnTable, Panel } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useObjective } from '../hooks';
import shared from '../slo.module.css';
import { useSloText } from '../translation';
import { Answer } from './Answer';
import {
  BudgetSection,
  ErrorRateSection,
  ViolationSection,
} from './BudgetSection';
import { DefinitionSection } from './DefinitionSection';
import {
  CorrectionSection,
  GateSection,
  SignalSection,
} from './EntitySections';
import type { Scope } from './scopeOf';
import { SourceLine } from './SourceLine';
import { SpentBy } from './SpentBy';
import { Tiles } from './Tiles';
import { useBudgetSeries } from './useBudgetSeries';
import { useChangeMarks } from './useChangeMarks';
import classes from './tab.module.css';

/** One objective from its answer in a sentence down to its definition. */
export function ObjectiveView(props: {
  objective: ObjectiveStatus;
  scope: Scope;
  above?: ReactNode;
  pills: ReactNode;
}) {
  const t = useSloText();
  const { entity } = useEntity();
  const { objective, scope } = props;
  const series = useBudgetSeries(objective);
  const marks = useChangeMarks(objective.entityRef, series.query.data);
  const detail = useObjective(objective.ref);
  const charts = { objective, series, marks };
  const concerned = {
    entity,
    entityRef: scope.isGroup ? objective.entityRef : scope.measuredRef,
    objective,
  };
  return (
    <>
      {props.above}
      <Answer objective={objective} />
      {props.pills}
      <Tiles objective={objective} />
      {objective.source.state !== 'ok' && (
        <SourceLine source={objective.source} />
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <BudgetSection {...charts} />
          <Panel title={t('tab.burn')}>
            <BurnTable rows={objective.pairs} name={objective.title} />
            <p className={shared.muted}>{t('tab.burnHint')}</p>
          </Panel>
          <ErrorRateSection {...charts} />
          <SpentBy detail={detail.data} />
        </div>
        <div className={classes.stack}>
          <GateSection key={`gate ${concerned.entityRef}`} {...concerned} />
          <ViolationSection series={series} />
          <CorrectionSection
            key={`time ${objective.entityRef}`}
            {...concerned}
            onChanged={series.query.refresh}
          />
        </div>
      </div>
      <SignalSection
        key={`signals ${concerned.entityRef}`}
        entityRef={concerned.entityRef}
      />
      <DefinitionSection
        key={objective.ref}
        objective={objective}
        detail={detail}
      />
    </>
  );
}
