/** The entity's card and tab. */
export const entity = {
  entity: {
    open_one: '{{count}} open',
    open_other: '{{count}} open',
    none: 'No incident is open.',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
    lastAlert: 'Last alert:',
    noAlert: 'No alert has come in for it.',
    noAlertHint:
      'Alerts find an entity by their labels, by mapping rules, or by its name.',
    openTab: 'Open incidents',
    oncall: 'On call:',
    next: 'next from {{time}}:',
    nobody:
      'Nobody is on call for it. Add a rotation for its owner, or connect the tool that has one.',
    nobodyBecause: 'Nobody is on call for it: {{reason}}.',
    nobodyHint:
      'Add a rotation file for its owner, or connect PagerDuty, Opsgenie or Grafana on the backend.',
    oncallTitle: 'On call',
    level: 'Level {{level}}',
    until: 'until {{time}}',
    then: 'then',
    escalates: 'asks the next level after {{time}}',
    source: 'From',
    asOf: 'read',
    sourceError:
      '{{name}} did not answer lately; what is shown is what it said before:',
    noOwner: 'It has no owner in the catalog.',
    owners_one: '{{count}} owner',
    owners_other: 'Chain of {{count}} owners',
    sentence_one: '{{name}} has {{count}} open incident: {{worst}}.',
    sentence_other:
      '{{name}} has {{count}} open incidents; the worst is {{worst}}.',
    onlyAlerts_one:
      '{{name}} has no open incident; {{count}} of its alerts is firing.',
    onlyAlerts_other:
      '{{name}} has no open incident; {{count}} of its alerts are firing.',
    allWell: '{{name}} has no open incident, and none of its alerts is firing.',
    openTitle: 'Open incidents',
    pastTitle: 'Past incidents',
    noPast: 'It had no incident before.',
    alertsTitle: 'Alerts',
    changesTitle: 'Latest changes',
    noChanges: 'No change is known.',
  },
  findings: {
    title: 'Security findings',
    none: 'No scanner has reported a weakness of it.',
    noneHint:
      'Send reports of Trivy, or any SARIF or CycloneDX document, to POST {{address}} with an external-access token. They find the entity as alerts do, and page nobody.',
    counts: 'Findings by severity',
    finding: 'Finding',
    package: 'Package',
    fixed: 'Fixed in',
    notFixed: 'no fix yet',
    since: 'Known since',
    severity_critical: 'Critical',
    severity_high: 'High',
    severity_medium: 'Medium',
    severity_low: 'Low',
    severity_unknown: 'Unknown',
  },
} as const;
