import { EmptyState } from '@ghostlight/reliability-react';
import { useBackend } from '../hooks';
import { useDeliveryText } from '../translation';
import { exampleStep } from './exampleStep';

/** Nothing is known yet, and the two ways to change that. */
export function NoDeployments(props: {
  entityRef: string;
  /** Without the example, where there is little room. */
  brief?: boolean;
}) {
  const t = useDeliveryText();
  const backend = useBackend();
  const { entityRef, brief } = props;
  return (
    <EmptyState
      sentence={t('none.sentence')}
      next={t('none.next')}
      example={{
        title: t('none.step'),
        code: exampleStep(entityRef, backend),
        maxHeight: brief ? 120 : undefined,
      }}
    />
  );
}
