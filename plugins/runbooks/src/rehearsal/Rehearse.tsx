import { Button } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useRunbooksText } from '../translation';
import { RehearseDialog } from './RehearseDialog';

/** What can be rehearsed: a runbook, or a policy. */
export type Rehearsed = { runbookRef: string } | { policyRef: string };

/** Asks what would have come of it in an incident that is over. Whoever may read it may. */
export function Rehearse(props: {
  of: Rehearsed;
  title: string;
  /** Those of its incidents are offered; all when empty. */
  entityRefs?: string[];
  /** It has errors, so there is nothing to replay. */
  isBroken?: boolean;
}) {
  const t = useRunbooksText();
  const [isAsking, setAsking] = useState(false);
  const { isBroken, ...rest } = props;
  return (
    <>
      <Button
        variant="secondary"
        isDisabled={isBroken}
        onPress={() => setAsking(true)}
      >
        {t('rehearse.ask')}
      </Button>
      {isAsking && (
        <RehearseDialog {...rest} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
