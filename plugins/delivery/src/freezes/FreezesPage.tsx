import { useApi } from '@backstage/frontend-plugin-api';
import {
  freezeManagePermission,
  type Freeze,
} from '@ghostlight/plugin-delivery-common';
import {
  Button,
  ConfirmDialog,
  EmptyState,
  pageClasses as classes,
  QueryBoundary,
  uiClasses,
  useRefusal,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { deliveryApiRef } from '../api';
import { useFreezes } from '../hooks';
import { AsOf } from '../org/AsOf';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { FreezeDialog } from './FreezeDialog';
import { FreezeHeadline } from './FreezeHeadline';
import { FreezeTable } from './FreezeTable';
import { isInForce } from './isInForce';

/** When nothing goes out, of whom, and why; to plan, or to end. */
export function FreezesPage() {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const freezes = useFreezes();
  const refusal = useRefusal({ permission: freezeManagePermission });
  const [planning, setPlanning] = useState(false);
  const [ending, setEnding] = useState<Freeze>();
  const plan = (
    <span className={uiClasses.row}>
      <Button
        size="small"
        isDisabled={refusal !== undefined}
        onPress={() => setPlanning(true)}
      >
        {t('freezes.plan')}
      </Button>
      {refusal && <span className={uiClasses.muted}>{refusal}</span>}
    </span>
  );
  return (
    <div className={classes.page}>
      <QueryBoundary
        query={freezes}
        what={t('nav.freezes')}
        forbidden={<NotAllowed all />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            sentence={t('freezes.none')}
            next={t('freezes.noneNext')}
            actions={plan}
          />
        }
      >
        {({ items }) => (
          <>
            <div className={classes.line}>
              <FreezeHeadline freezes={items} />
              {plan}
            </div>
            <AsOf loadedAt={freezes.loadedAt} />
            <FreezeTable
              freezes={items}
              mayEnd={refusal === undefined}
              onEnd={setEnding}
            />
          </>
        )}
      </QueryBoundary>
      {planning && (
        <FreezeDialog
          onClose={() => setPlanning(false)}
          onDone={freezes.refresh}
        />
      )}
      {ending && (
        <ConfirmDialog
          title={t('freezes.endTitle', { title: ending.title })}
          what={t(
            isInForce(ending) ? 'freezes.endWhatNow' : 'freezes.endWhatAhead',
          )}
          confirm={t('freezes.endConfirm')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await client.request('delete', '/v1/freezes/{id}', {
              params: { path: { id: ending.id } },
            });
            freezes.refresh();
          }}
        />
      )}
    </div>
  );
}
