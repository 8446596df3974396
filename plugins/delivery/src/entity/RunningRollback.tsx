import {
  Link,
  Panel,
  QueryBoundary,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useDeliveryLinks, useRollback } from '../hooks';
import { useDeliveryText } from '../translation';
import { RollbackWord, Said, StepWord } from '../words';

/** The rollback that is under way, with the step it is at. */
export function RunningRollback({ id }: { id: string }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const rollback = useRollback(id, true);
  return (
    <Panel
      title={t('entity.rollbackRuns')}
      aside={
        <Link href={links.rollback(id)}>{t('entity.follow', { id })}</Link>
      }
    >
      <QueryBoundary query={rollback} what={t('rollback.what', { id })}>
        {({ state, said, steps }) => {
          const at = steps.findIndex(step =>
            ['running', 'waiting'].includes(step.state),
          );
          return (
            <p className={uiClasses.plain} role="status">
              <RollbackWord state={state} /> <Said sentence={said} />{' '}
              {at >= 0 && (
                <span className={uiClasses.muted}>
                  {t('rollout.stepOf', {
                    step: String(at + 1),
                    steps: String(steps.length),
                  })}{' '}
                  <StepWord state={steps[at].state} />
                </span>
              )}
            </p>
          );
        }}
      </QueryBoundary>
    </Panel>
  );
}
