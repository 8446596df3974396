import type { Lane } from '@ghostlight/plugin-delivery-common';
import { Button, ButtonLink, uiClasses } from '@ghostlight/reliability-react';
import { useDeliveryLinks } from '../hooks';
import { useDeliveryText } from '../translation';
import { MayNot } from '../words';
import classes from './entity.module.css';

/** Leads to the plan of a rollback; shown to who may not, with who may. */
export function PlanRollback(props: {
  entityRef: string;
  lane: Lane;
  variant?: 'primary' | 'secondary';
}) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const { entityRef, lane, variant = 'secondary' } = props;
  const { environment, mayRollBack, current, lastGood } = lane;
  if (!current) return null;
  const label = lastGood?.version
    ? t('entity.planTo', { version: lastGood.version })
    : t('entity.plan');
  if (mayRollBack.allowed) {
    return (
      <ButtonLink
        size="small"
        variant={variant}
        href={links.plan({ entityRef, environment })}
      >
        {label}
      </ButtonLink>
    );
  }
  return (
    <span className={classes.mayNot}>
      <Button size="small" variant={variant} isDisabled>
        {label}
      </Button>
      <span className={uiClasses.muted}>
        <MayNot may={mayRollBack} />
      </span>
    </span>
  );
}
