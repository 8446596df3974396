/** Of runbooks and runs: permissions, why a runbook is for something, what became of a run. */
export const saidBase = {
  'said.approval.irreversible':
    '“{{title}}” cannot be taken back, so a second person has to agree.',
  'said.approval.tier': 'Services of tier {{tier}} need a second person.',
  'said.blast.entities': 'Entities of the catalog: {{entities}}.',
  'said.blast.share':
    '{{percent}} % of the instances; entities of the catalog: {{entities}}.',
  'said.may.nobody': 'You do not have the permission for this.',
  'said.may.owner': 'Only {{owner}} may do this.',
  'said.may.requester': 'You asked for it; somebody else has to agree.',
  'said.plan.failed': 'It cannot be told what it would do: {{why}}',
  'said.plan.later':
    'It uses what an earlier step finds out; known only when it runs.',
  'said.run.asked': 'Begins in a moment.',
  'said.run.cancelled': 'Cancelled.',
  'said.run.cancelled+by': 'Cancelled by {{by}}.',
  'said.run.cancelled+reason': 'Cancelled by {{by}}: {{reason}}',
  'said.run.cancelling': 'Stops before its next effect.',
  'said.run.dry-run-refused':
    'Steps that could not be done as things stand: {{refused}} of {{steps}}. Nothing was changed.',
  'said.run.dry-run': 'It would be done as planned. Nothing was changed.',
  'said.run.expired': 'Nobody agreed in time, so nothing was changed.',
  'said.run.failed': 'It stopped.',
  'said.run.failed+title': 'Stopped at “{{title}}”.',
  'said.run.failed+why': 'Stopped at “{{title}}”: {{why}}',
  'said.run.not-recovered': 'It was done, and users have not recovered.',
  'said.run.not-recovered+why':
    'It was done, and users have not recovered: {{why}}',
  'said.run.paused': 'Paused before its next step.',
  'said.run.paused+title': 'Paused before “{{title}}”.',
  'said.run.rejected': 'Nobody agreed, so nothing was changed.',
  'said.run.rejected+by': '{{by}} did not agree, so nothing was changed.',
  'said.run.running': 'It is under way.',
  'said.run.running+title': 'At “{{title}}”.',
  'said.run.succeeded': 'All was done.',
  'said.run.unknown':
    'It is not known what became of an effect. Nothing was repeated.',
  'said.run.unknown+title':
    'It is not known what became of “{{title}}”. Nothing was repeated.',
  'said.run.verifying': 'All was done; watching whether users recover.',
  'said.run.waiting': 'Waits for somebody.',
  'said.run.waiting+title': 'Waits for somebody: “{{title}}”.',
  'said.run.waiting-approval': 'Waits for somebody to agree.',
  'said.runbook.of-entity': 'It is written for {{entity}}.',
  'said.runbook.stale_one': 'Nobody has run or rehearsed it for {{n}} day.',
  'said.runbook.stale_other': 'Nobody has run or rehearsed it for {{n}} days.',
  'said.runbook.untried': 'Nobody has ever run or rehearsed it.',
  'said.runbooks.matched.alert': 'The alert {{alert}} is firing.',
  'said.runbooks.matched.any': 'It is for every alert.',
  'said.runbooks.matched.burn': 'The error budget burns ({{burn}}).',
  'said.runbooks.matched.labels': 'An alert has {{labels}}.',
  'said.runbooks.matched.pattern':
    'The alert {{alert}} is firing, one of {{pattern}}.',
  'said.runbooks.matched.severity': 'The incident is a {{severity}}.',
  'said.runbooks.matched.slo': 'The objective {{slo}} alerts.',
} as const;
