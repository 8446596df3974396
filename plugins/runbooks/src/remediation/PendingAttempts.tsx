import type { Attempt } from '@ghostlight/plugin-runbooks-common';
import {
  Button,
  ErrorState,
  FurtherFailed,
  MoreButton,
  Panel,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useRunbooksText } from '../translation';
import { AttemptItem } from './AttemptList';
import { isUndecided } from './AttemptApproval';
import { DecideDialog } from './DecideDialog';
import { PENDING, useAttempts } from './useRemediation';

/**
 * What remediation proposes for an entity or incident now, or does; nothing where there is nothing. Whoever
 * may decides in place, once they have seen what exactly will run.
 */
export function PendingAttempts(
  props: ({ entityRef: string } | { incidentId: string }) & {
    /** Ids of those that are shown elsewhere. */
    except?: readonly string[];
  },
) {
  const { except = [] } = props;
  const t = useRunbooksText();
  const [deciding, setDeciding] = useState<Attempt>();
  const pages = useAttempts({
    ...('entityRef' in props
      ? { entityRef: [props.entityRef] }
      : { incidentId: props.incidentId }),
    state: [...PENDING],
  });
  if (pages.error && !pages.data) {
    return (
      <ErrorState
        error={pages.error}
        what={t('pending.title')}
        onRetry={pages.refresh}
        isRetrying={pages.isRefreshing}
      />
    );
  }
  const shown = pages.items.filter(({ id }) => !except.includes(id));
  if (shown.length === 0) return null;
  return (
    <Panel title={t('pending.title')}>
      <ul className={uiClasses.list}>
        {shown.map(each => (
          <li key={each.id}>
            <AttemptItem attempt={each}>
              {isUndecided(each) && (
                <Button
                  size="small"
                  aria-label={t('pending.decideOf', { id: each.id })}
                  onPress={() => setDeciding(each)}
                >
                  {t('pending.decide')}
                </Button>
              )}
            </AttemptItem>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
      <FurtherFailed pages={pages} />
      {deciding && (
        <DecideDialog
          id={deciding.id}
          title={deciding.title}
          onChanged={pages.refresh}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Panel>
  );
}
