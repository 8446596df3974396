/** The entity's card and tab, the list of all runbooks, and what an incident's page shows. */
export const entity = {
  entity: {
    sentenceRun: '“{{title}}” is under way for {{name}}: {{id}}.',
    sentenceRuns_one: '{{count}} run is under way for {{name}}.',
    sentenceRuns_other: '{{count}} runs are under way for {{name}}.',
    sentenceMatched_one:
      '{{count}} runbook is for what happens at {{name}} now.',
    sentenceMatched_other:
      '{{count}} runbooks are for what happens at {{name}} now.',
    sentenceQuiet_one:
      'Nothing happens at {{name}} that calls for a runbook. It has {{count}}.',
    sentenceQuiet_other:
      'Nothing happens at {{name}} that calls for a runbook. It has {{count}}.',
    open: 'Under way',
    matched: 'For what happens now',
    matchedNone: 'No open incident or firing alert calls for one of them.',
    all: 'Runbooks for {{name}}',
    pastRuns: 'Past runs',
  },
  card: {
    total_one: '{{count}} runbook',
    total_other: '{{count}} runbooks',
    quiet: 'Nothing is under way.',
    moreRuns: 'Further runs are under way.',
    matched: 'For what happens now:',
    waiting_one: '{{count}} approval is waited for.',
    waiting_other: '{{count}} approvals are waited for.',
    waitingMany_one: 'More than {{count}} approval is waited for.',
    waitingMany_other: 'More than {{count}} approvals are waited for.',
    stale_one: '{{count}} should be rehearsed.',
    stale_other: '{{count}} should be rehearsed.',
    openTab: 'Open runbooks',
  },
  org: {
    total_one: '{{count}} runbook.',
    total_other: '{{count}} runbooks.',
    stale_one: '{{count}} of those shown should be rehearsed.',
    stale_other: '{{count}} of those shown should be rehearsed.',
    broken_one: '{{count}} cannot be run: its document has errors.',
    broken_other: '{{count}} cannot be run: their documents have errors.',
    staleOnly: 'To be rehearsed',
    searchHint: 'Title, alert, action',
    noMatch: 'No runbook is left under these filters.',
  },
  incident: {
    title: 'Runbooks that may help',
    none: 'No runbook is for what happens here.',
  },
  trigger: {
    none: 'Nothing calls for it by itself; it is run by hand.',
    never: 'never',
    anyAlert: 'any alert fires',
    alert: 'the alert {{name}} fires',
    labels: 'an alert has {{labels}}',
    slo: 'an alert is about the objective {{name}}',
    burn_page: 'it burns so fast that somebody is called',
    burn_ticket: 'it burns slowly',
    severities: 'the incident is a {{list}}',
  },
} as const;
