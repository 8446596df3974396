/** The list of runs. */
export const runs = {
  runs: {
    id: 'Run',
    what: 'What',
    kind: 'Kind',
    said: 'Where it stands',
    took: 'Took',
    runbook: 'Runbook',
    policy: 'Policy',
    experiment: 'Experiment',
    by: 'Asked by',
    headOpen_one: '{{count}} run is under way.',
    headOpen_other: '{{count}} runs are under way.',
    headCalm: 'No run is under way.',
    headWaiting_one: '{{count}} waits for somebody.',
    headWaiting_other: '{{count}} wait for somebody.',
    none: 'Nothing was run yet.',
    noneNext: 'Choose a runbook',
    noMatch: 'No run is left under these filters.',
  },
} as const;
