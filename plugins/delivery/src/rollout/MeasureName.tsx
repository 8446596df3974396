import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  JudgedObjective,
  MetricName,
} from '@ghostlight/plugin-delivery-common';
import { Link } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';

/** What is judged: a metric by its name, an objective by its title, which leads to it. */
export function MeasureName(props: {
  metric?: MetricName;
  objective?: JudgedObjective;
}) {
  const t = useDeliveryText();
  const entityLink = useEntityRefLink();
  const { metric, objective } = props;
  if (metric) return <>{t(`metric.${metric}`)}</>;
  if (!objective?.entityRef) return <>{objective?.title}</>;
  const { ref, title, entityRef } = objective;
  const query = new URLSearchParams({ objective: ref });
  return <Link href={`${entityLink(entityRef)}/slo?${query}`}>{title}</Link>;
}
