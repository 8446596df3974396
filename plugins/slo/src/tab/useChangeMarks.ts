import type { Change, Series } from '@ghostlight/plugin-slo-common';
import type { ChartMark } from '@ghostlight/reliability-react';
import { useChanges, useFamilyLinks } from '../hooks';
import { useSloText } from '../translation';

/** What changed in the time of a series, as marks of its charts that lead to its page; none while that cannot be read. */
export function useChangeMarks(
  entityRef: string,
  series: Series | undefined,
): ChartMark[] {
  const t = useSloText();
  const links = useFamilyLinks();
  const { data } = useChanges(
    entityRef,
    series && { from: series.from, to: series.to },
  );
  return (data?.items ?? []).map(change => ({
    id: `change ${change.id}`,
    at: change.at,
    kind: 'change',
    label: t(`tab.change.${change.kind}`, { what: whatOf(change) }),
    href: links.change(change.id),
  }));
}

function whatOf({ version, title, kind }: Change): string {
  return kind === 'deployment' || kind === 'rollback'
    ? version ?? title
    : title;
}
