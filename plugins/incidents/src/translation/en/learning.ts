/** The learning page. */
export const learning = {
  learning: {
    title: 'Learning',
    headline_one: '{{count}} incident began in the last {{days}} days.',
    headline_other: '{{count}} incidents began in the last {{days}} days.',
    headMedian:
      'Half of those resolved took {{median}} at most (95 % interval {{low}} to {{high}}).',
    headNotEnough:
      'Not enough data for a median of the time to resolve: {{n}} of {{enough}}.',
    head_better: 'That is better than in the span before ({{previous}}).',
    head_worse: 'That is worse than in the span before ({{previous}}).',
    head_same:
      'That is not clearly different from the span before ({{previous}}).',
    headImported_one: '{{count}} of them is imported from another tool.',
    headImported_other: '{{count}} of them are imported from another tool.',
    span: 'Began',
    lastDays: 'last {{days}} days',
    imported: 'Include imported',
    csv: 'CSV',
    csvLabel: 'Download the incidents that are counted as CSV',
    none: 'No incident began in this span that counts here.',
    noneHint: 'Choose a longer span, or fewer filters.',
    noneImport:
      'Choose a longer span or fewer filters, include imported ones, or import the past of another tool.',
    definitions: 'What is measured, and how',
    asOf: 'Counted',
    definition: 'Definition',
    phase_detect: 'Time to detect',
    phase_acknowledge: 'Time to acknowledge',
    phase_identify: 'Time to identify',
    phase_fix: 'Time to fix',
    phase_recover: 'Time to recover',
    phase_resolve: 'Time to resolve (MTTR)',
    phase_betweenFailures: 'Time between failures (MTBF)',
    definition_detect: 'From the first symptom to the first alert.',
    definition_acknowledge:
      'From the first alert to the first acknowledgement.',
    definition_identify:
      'From the first alert to the cause being recorded (status “identified”).',
    definition_fix: 'From “identified” to the mitigation being applied.',
    definition_recover:
      'From the mitigation to all affected entities being healthy.',
    definition_resolve: 'From the start (first symptom) to resolved.',
    definition_betweenFailures:
      'From the end of one incident to the start of the next of the same entity. Incidents that overlap are one failure.',
    counts:
      'Merged and deleted incidents do not count. A reopened one goes on: it is resolved when it is resolved last. Imported ones are flagged and left out unless included.',
    whyMedian:
      'Means mislead where a few last very long, so the median stands here with its 95 % interval (order statistics) and the 90th percentile. With fewer than 10 values there is no such number. The trend compares with the span of the same length before (rank sum test, 5 %).',
    distribution: 'Distribution',
    histogram: '{{name}}, incidents by how long it took. {{bins}}',
    bin: '{{from}} to {{to}}',
    took: 'It took',
    legendMedian: 'median, with its 95 % interval',
    n: 'n',
    median: 'Median',
    interval: '({{low}} to {{high}})',
    p90: '90 % within',
    notEnough: 'Not enough data: {{n}} of {{enough}}.',
    noValue: 'No incident of the span has both of its ends.',
    values: 'The single values: {{values}}.',
    trendUnknown:
      'No trend: the {{days}} days before had {{n}}, or there are too few now.',
    trend_better: 'Better',
    trend_worse: 'Worse',
    trend_same: 'No clear change',
    trendThan: 'against the {{days}} days before: median {{median}} (n {{n}}).',
    course: 'Course',
    perPeriod: 'Incidents by when they began',
    period: 'Period',
    incidents: 'Incidents',
    medianResolve: 'Median time to resolve',
    courseDrawing_one:
      '{{count}} incident over {{periods}} periods, at most {{most}} in one.',
    courseDrawing_other:
      '{{count}} incidents over {{periods}} periods, at most {{most}} in one.',
    noise: 'Noise',
    noReports: 'No alert was reported in the span.',
    cut_one: '{{cut}} of {{number}} report made no incident of its own.',
    cut_other: '{{cut}} of {{number}} reports made no incident of their own.',
    alertsPerIncident: 'An incident holds {{number}} alerts on average.',
    reports: 'Reported by senders',
    alerts: 'Alerts after deduplication',
    suppressed: 'Of them kept quiet',
    inIncidents: 'Of them in incidents',
    notifications: 'Notifications that led to something',
    notNotified: 'No incident of the span notified anybody.',
    actedOn_one:
      '{{share}}: of {{count}} incident that notified somebody, a person did something about {{acted}}.',
    actedOn_other:
      '{{share}}: of {{count}} incidents that notified somebody, a person did something about {{acted}}.',
    sent_one: '{{count}} notification was sent.',
    sent_other: '{{count}} notifications were sent.',
    actedHint:
      'To do something is to acknowledge, to change or to write. What nobody acts on could be routed elsewhere.',
    changeFailureRate: 'Change failure rate',
    notYet: 'Not known yet.',
    elsewhere: 'It is on the delivery pages.',
    changeFailureRateHint:
      'The share of deployments that led to an incident or had to be undone.',
  },
} as const;
