import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  uiClasses,
  useAct,
  When,
} from '@ghostlight/reliability-react';
import { deliveryApiRef } from '../api';
import { useReleaseApprovals } from '../hooks';
import { useDeliveryText } from '../translation';
import { Actor } from '../words';

const SHOWN = 5;

/** Versions that somebody has approved, the latest few. */
export function Approvals(props: {
  entityRef: string;
  environment: string;
  mayNot: boolean;
  onChanged(): void;
}) {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const { entityRef, environment, mayNot, onChanged } = props;
  const approvals = useReleaseApprovals(entityRef, environment);
  const revoke = useAct(async (id: string) => {
    await client.request('delete', '/v1/gate/approvals/{id}', {
      params: { path: { id } },
    });
    approvals.refresh();
    onChanged();
  });
  const items = (approvals.data?.items ?? []).filter(each => !each.revokedAt);
  if (items.length === 0) return null;
  return (
    <div>
      <strong>{t('gate.approvals')}</strong>
      <ul className={uiClasses.bullets}>
        {items.slice(0, SHOWN).map(each => (
          <li key={each.id}>
            {each.version} · <Actor name={each.by} /> <When iso={each.at} />
            {each.comment && ` · ${each.comment}`}{' '}
            <Button
              size="small"
              variant="tertiary"
              isDisabled={mayNot || revoke.pending}
              aria-label={t('gate.takeBack', { version: each.version })}
              onPress={() => revoke.run(each.id)}
            >
              {t('gate.takeBackShort')}
            </Button>
          </li>
        ))}
      </ul>
      {revoke.failure && <Alert status="danger" icon title={revoke.failure} />}
    </div>
  );
}
