import type {
  RollbackPlan,
  VersionRef,
} from '@ghostlight/plugin-delivery-common';
import { secondsOf, Select, useFormats } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';

const idOf = (version: VersionRef) =>
  version.deploymentId ?? version.revision ?? version.version;

/** Other versions to go to, each with when it went out and how it did. */
export function VersionChoice(props: {
  plan: RollbackPlan;
  onChoose(version: VersionRef): void;
}) {
  const t = useDeliveryText();
  const format = useFormats();
  const { plan, onChoose } = props;
  const { candidates, to } = plan;
  const all = candidates.some(each => idOf(each) === idOf(to))
    ? candidates
    : [to, ...candidates];
  const describe = (each: VersionRef) =>
    [
      each.version,
      each.deployedAt && format.time(secondsOf(each.deployedAt), 'dateTime'),
      each.good !== undefined && t(each.good ? 'plan.good' : 'plan.notGood'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Select
      size="small"
      label={t('plan.to')}
      options={all.map(each => ({ id: idOf(each), label: describe(each) }))}
      value={idOf(to)}
      onChange={chosen => {
        const found = all.find(each => idOf(each) === chosen);
        if (found && idOf(found) !== idOf(to)) onChoose(found);
      }}
    />
  );
}
