import { LoadingState, QueryBoundary } from '@ghostlight/reliability-react';
import { useNavigate, useParams } from 'react-router-dom';
import { useDeliveryLinks, usePlan } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { PlanView } from './PlanView';

/** A plan that was made before, as it was then; planning again makes a new one. */
export function StoredPlanPage() {
  const t = useDeliveryText();
  const { id = '' } = useParams();
  const links = useDeliveryLinks();
  const navigate = useNavigate();
  const plan = usePlan(id);
  return (
    <QueryBoundary
      query={plan}
      what={t('plan.what')}
      loading={<LoadingState what={t('plan.what')} lines={4} block={320} />}
      forbidden={<NotAllowed />}
    >
      {data => {
        const address = {
          entityRef: data.entityRef,
          environment: data.environment,
          incident: data.incidentIds[0],
        };
        return (
          <PlanView
            plan={data}
            incident={data.incidentIds[0]}
            isPlanning={false}
            onAgain={() =>
              navigate(links.plan({ ...address, to: data.to.deploymentId }))
            }
            onChoose={version =>
              navigate(links.plan({ ...address, to: version.deploymentId }))
            }
          />
        );
      }}
    </QueryBoundary>
  );
}
