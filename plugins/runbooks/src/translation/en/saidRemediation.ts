/** Of policies, attempts, limits and verification. */
export const saidRemediation = {
  'said.attempt.approved': 'It begins by itself.',
  'said.attempt.approved-by': 'Approved by {{by}}.',
  'said.attempt.cancelled': 'It was called off.',
  'said.attempt.cancelled+why': 'It was called off. {{why}}',
  'said.attempt.changed':
    'Not done: by now it would do something else than was approved.',
  'said.attempt.escalated': 'A person has to take over.',
  'said.attempt.escalated+why': 'A person has to take over. {{why}}',
  'said.attempt.expired': 'Nobody approved in time.',
  'said.attempt.failed': 'It could not be done.',
  'said.attempt.failed+why': 'It could not be done. {{why}}',
  'said.attempt.follows': '{{id}} did not help.',
  'said.attempt.follows+why': '{{id}} did not help: {{why}}',
  'said.attempt.gone': 'Not done: its policy is gone or has errors.',
  'said.attempt.harmful': 'It got worse.',
  'said.attempt.ineffective': 'It was done, and was not seen to help.',
  'said.attempt.proposed': 'Proposed by {{by}}: {{reason}}',
  'said.attempt.refused': 'Not done.',
  'said.attempt.refused+why': 'Not done: {{why}}',
  'said.attempt.rejected': 'Rejected by {{by}}.',
  'said.attempt.running': 'It is under way.',
  'said.attempt.suggested': 'Suggested; nothing is done by itself.',
  'said.attempt.unknown': 'It is not known whether it was done.',
  'said.attempt.unknown+why': 'It is not known whether it was done. {{why}}',
  'said.attempt.verified': 'Users have recovered.',
  'said.attempt.verifying': 'Done; watching whether users recover.',
  'said.attempt.waiting-approval': 'Waits for somebody to agree.',
  'said.condition.burn':
    'The burn rate is {{burn}}×; above {{above}}× is wanted.',
  'said.condition.change':
    'The last deployment was {{minutes}} min ago; at most {{within}} min is wanted.',
  'said.condition.severity':
    'The incident is a {{severity}}; wanted: {{severities}}.',
  'said.condition.tier': 'The tier is {{tier}}; wanted: {{tiers}}.',
  'said.condition.time': 'It is within {{span}} ({{timeZone}}).',
  'said.earned.irreversible':
    'It asks, because something on its ladder cannot be taken back.',
  'said.earned.not-yet_one':
    'It asks until {{n}} recovery is verified; {{successes}} so far.',
  'said.earned.not-yet_other':
    'It asks until {{n}} recoveries are verified; {{successes}} so far.',
  'said.earned.yes_one':
    'It acts by itself: {{n}} verified recovery, {{needed}} needed.',
  'said.earned.yes_other':
    'It acts by itself: {{n}} verified recoveries, {{needed}} needed.',
  'said.evidence.burn': '{{title}}: burn rate {{burn}}×',
  'said.limit.blast-radius_one':
    'It touches {{n}} entity; at most {{most}} may be.',
  'said.limit.blast-radius_other':
    'It touches {{n}} entities; at most {{most}} may be.',
  'said.limit.chain':
    '{{have}} of {{most}} acts of policies that may have set off each other.',
  'said.limit.concurrency': 'Under way at once: {{have}} of {{most}}.',
  'said.limit.cool-down':
    'Something was done to this target lately; it rests for {{have}} s more.',
  'said.limit.healthy':
    '{{have}} % of the instances stay; {{most}} % are needed.',
  'said.limit.loop': 'Policies may be working against each other.',
  'said.limit.loop+have':
    '{{have}} acted after this policy did: they may be working against each other.',
  'said.limit.organisation':
    'Acts of all policies in an hour: {{have}} of {{most}}.',
  'said.limit.per-hour':
    'Acts of this policy in an hour: {{have}} of {{most}}.',
  'said.limit.per-target':
    'Tries at this target without a recovery: {{have}} of {{most}}.',
  'said.limit.storm_one':
    '{{n}} incident began lately; at most {{most}} may have.',
  'said.limit.storm_other':
    '{{n}} incidents began lately; at most {{most}} may have.',
  'said.limit.switch': 'Remediation is switched off.',
  'said.policy.applies-to.entities': 'entities: {{values}}',
  'said.policy.applies-to.owners': 'what is owned by: {{values}}',
  'said.policy.applies-to.systems': 'systems: {{values}}',
  'said.policy.applies-to.tiers': 'tiers: {{values}}',
  'said.policy.applies-to.types': 'types: {{values}}',
  'said.policy.broken': 'It has errors and does nothing.',
  'said.policy.sentence.approve':
    'When {{when}} fires, it asks to do {{what}}, looks for {{minutes}} min whether users recover, and else calls {{escalateTo}}.',
  'said.policy.sentence.auto':
    'When {{when}} fires, it does {{what}}, looks for {{minutes}} min whether users recover, and else calls {{escalateTo}}.',
  'said.policy.sentence.suggest':
    'When {{when}} fires, it suggests {{what}}, would look for {{minutes}} min whether users recover, and else call {{escalateTo}}.',
  'said.verification.not-measured':
    'There is no objective by which a recovery could be seen.',
  'said.verification.not-recovered': 'Users have not recovered.',
  'said.verification.recovered': 'Users have recovered.',
  'said.verification.running': 'Still being measured.',
  'said.verification.too-little-traffic': 'Too little traffic to tell.',
  'said.verification.worse': 'It got worse.',
} as const;
