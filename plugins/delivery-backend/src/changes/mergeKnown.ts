import type { ChangeReport } from '@ghostlight/plugin-delivery-node';

/** What a report says, beside what makes its identity. */
export type Saying = Partial<
  Omit<ChangeReport, 'key' | 'startedAt' | 'reportedAt'>
>;

/** What was said at a time, as far as nothing later says otherwise. */
export interface Layer {
  at: number;
  said: Saying;
}

/**
 * Adds what a report says to what is known, the latest first. Reports may come in any order: of two that
 * disagree the later one counts, and of two of the same instant the one that says how it ended.
 */
export function addReport(
  layers: readonly Layer[],
  report: ChangeReport,
): Layer[] {
  const { key, startedAt, reportedAt, ...said } = report;
  const at = stampOf(report);
  const before = layers.find(layer => layer.at === at);
  const sorted = [
    { at, said: { ...before?.said, ...given(said) } },
    ...layers.filter(layer => layer !== before),
  ].sort((a, b) => b.at - a.at);
  const taken = new Set<string>();
  return sorted.flatMap(layer => {
    const left = Object.entries(layer.said).filter(
      ([name]) => !taken.has(name),
    );
    left.forEach(([name]) => taken.add(name));
    return left.length
      ? [{ at: layer.at, said: Object.fromEntries(left) as Saying }]
      : [];
  });
}

/** All that is known. */
export function knownOf(layers: readonly Layer[]): Saying {
  return Object.assign({}, ...layers.map(({ said }) => said));
}

function stampOf({ reportedAt, finishedAt, startedAt, outcome }: ChangeReport) {
  const at = reportedAt ?? finishedAt ?? startedAt;
  const isOver = outcome !== 'running' && outcome !== 'unknown';
  return at * 2 + (isOver ? 1 : 0);
}

/** Words for not knowing say nothing. */
function given(said: Saying): Saying {
  const { outcome, strategy, startedBy, ...rest } = said;
  return Object.fromEntries(
    Object.entries({
      ...rest,
      outcome: outcome === 'unknown' ? undefined : outcome,
      strategy: strategy === 'unknown' ? undefined : strategy,
      startedBy: startedBy?.kind === 'unknown' ? undefined : startedBy,
    }).filter(([, value]) => value !== undefined),
  );
}
