import type { ObjectiveStatus, Series } from '@ghostlight/plugin-slo-common';

/** A course of the budget that ends where the objective stands, with a gap and a violation. */
export function seriesOf(
  objective: ObjectiveStatus,
  range?: { from?: number; to?: number },
): Series {
  const to = range?.to ?? objective.window.end;
  const from = range?.from ?? objective.window.start;
  const count = 120;
  const width = Math.max(60, Math.round((to - from) / count / 60) * 60);
  const end = objective.budget.leftRatio;
  const buckets: Series['buckets'] = [];
  for (let i = 0; i < count; i++) {
    const gap = i >= 50 && i < 54;
    const excluded = i >= 30 && i < 33;
    const fall = i > 96 ? (i - 96) / (count - 97) : 0;
    const left =
      end === null || gap ? null : 1 - 0.12 * (i / count) - (0.88 - end) * fall;
    const total = end === null || gap ? 0 : 10_000;
    const bad = i > 96 && objective.status === 'critical' ? 60 : 1 + (i % 3);
    buckets.push({
      start: from + i * width,
      good: total && total - bad,
      total,
      measured: total ? width : 0,
      excluded: excluded ? width : 0,
      left,
    });
  }
  return {
    ref: objective.ref,
    from,
    to,
    width,
    asOf: objective.asOf,
    target: objective.target,
    buckets,
    forecast:
      objective.status === 'critical'
        ? { at: to + (to - from) * 0.1, left: -0.2, low: -0.5, high: 0.1 }
        : undefined,
    violations:
      objective.status === 'critical'
        ? [
            {
              start: from + 97 * width,
              end: to,
              ongoing: true,
              bad: 1380,
              total: 230_000,
              worst: 0.94,
              budgetSpent: 0.57,
            },
          ]
        : [],
    marks: [
      {
        id: 'c1',
        entityRef: objective.entityRef,
        from: from + 30 * width,
        to: from + 33 * width,
        kind: 'maintenance',
        reason: 'database move',
        createdBy: 'user:default/ana',
        createdAt: from,
      },
      {
        id: 'c2',
        entityRef: objective.entityRef,
        from,
        to: from + 20 * width,
        kind: 'simulated',
        reason: 'demo history',
        createdBy: 'user:default/theatre',
        createdAt: from,
      },
    ],
  };
}
