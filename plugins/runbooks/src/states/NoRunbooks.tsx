import { EmptyState } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { exampleRunbook } from './exampleRunbook';

/** None is written yet: what to write, and where. */
export function NoRunbooks(props: {
  entityRef: string;
  /** Without the example, where there is little room. */
  brief?: boolean;
}) {
  const t = useRunbooksText();
  const { entityRef, brief } = props;
  return (
    <EmptyState
      sentence={t('none.sentence')}
      next={t('none.next')}
      example={{
        title: 'runbook.yaml',
        code: exampleRunbook(entityRef),
        maxHeight: brief ? 120 : undefined,
      }}
    />
  );
}
