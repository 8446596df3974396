import {
  EmptyState,
  Link,
  LoadingState,
  QueryBoundary,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useDeliveryLinks } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { planRequestOf, planUrl } from './planUrl';
import { PlanView } from './PlanView';
import { usePlanning } from './usePlanning';

/** Plans a rollback as its address says, and shows what it would do. Nothing is changed by looking. */
export function PlanPage() {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const [url, setUrl] = useUrlState(planUrl);
  const request = useMemo(() => planRequestOf(url), [url]);
  const planning = usePlanning(request);
  if (url.entityRef === '') {
    return (
      <EmptyState
        sentence={t('plan.ofNothing')}
        next={<Link href={links.overview}>{t('plan.choose')}</Link>}
      />
    );
  }
  return (
    <QueryBoundary
      query={planning}
      what={t('plan.what')}
      loading={<LoadingState what={t('plan.what')} lines={4} block={320} />}
      forbidden={<NotAllowed />}
    >
      {plan => (
        <PlanView
          key={plan.id}
          plan={plan}
          incident={url.incident || undefined}
          isPlanning={planning.isRefreshing}
          onAgain={planning.refresh}
          onChoose={version =>
            setUrl(
              version.deploymentId
                ? { to: version.deploymentId, revision: '' }
                : { to: '', revision: version.revision ?? '' },
              { push: true },
            )
          }
        />
      )}
    </QueryBoundary>
  );
}
