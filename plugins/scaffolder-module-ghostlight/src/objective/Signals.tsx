import type { SloComponents } from '@ghostlight/plugin-slo-common';
import { Text } from '@ghostlight/reliability-react';
import { useFieldText } from '../translation';

type Values = SloComponents['schemas']['SignalValues'];

/** What the metrics of the entity say now, to choose a target by. */
export function Signals({ values }: { values: Values }) {
  const t = useFieldText();
  const number = (value: number) => String(Number(value.toPrecision(3)));
  const { traffic, errors, p99, saturation } = values;
  const said = [
    isKnown(traffic) && t('objective.traffic', { value: number(traffic) }),
    isKnown(errors) && t('objective.errors', { value: number(errors * 100) }),
    isKnown(p99) && t('objective.p99', { value: number(p99) }),
    isKnown(saturation) &&
      t('objective.saturation', { value: number(saturation * 100) }),
  ].filter(Boolean);
  return said.length ? (
    <Text as="p" variant="body-small" color="secondary">
      {t('objective.nowLabel')}: {said.join(', ')}
    </Text>
  ) : null;
}

function isKnown(value: number | null | undefined): value is number {
  return typeof value === 'number';
}
