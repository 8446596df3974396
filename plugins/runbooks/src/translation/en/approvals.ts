/** What waits for a decision. */
export const approvals = {
  approvals: {
    headMine_one: '{{count}} decision waits for you.',
    headMine_other: '{{count}} decisions wait for you.',
    headOthers_one:
      'Nothing waits for you; {{count}} decision waits for others.',
    headOthers_other:
      'Nothing waits for you; {{count}} decisions wait for others.',
    mine: 'For you to decide',
    others: 'For others to decide',
    mineOnly: 'Only mine',
    none: 'Nothing waits for a decision.',
    noMatch: 'Nothing that waits is left under these filters.',
    noneNext:
      'What policies and people ask for is shown here, and notified to whoever may decide.',
    kind_attempt: 'Remediation',
    kind_execution: 'A run',
    kind_step: 'A step of a run',
    why: 'Why:',
    willRun: 'What exactly will run',
    seeRun: 'See what will run, on the page of the run',
    evidence_one: 'What it rests on ({{count}} record)',
    evidence_other: 'What it rests on ({{count}} records)',
    approvers: 'May be decided by',
    until: 'Until',
    ranOut: 'Ran out',
    over: 'It ran out: nobody can decide it any more.',
    approved: 'Approved: {{title}}',
    rejected: 'Rejected: {{title}}',
  },
} as const;
