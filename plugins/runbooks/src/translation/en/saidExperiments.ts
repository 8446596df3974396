/** Of experiments: what they do, why they do not begin, why they stop, and what they found. */
export const saidExperiments = {
  'said.experiment.blind':
    'Nothing was measured for {{seconds}}, so nobody could see what it does.',
  'said.experiment.broken': 'It has errors and cannot be run.',
  'said.experiment.burns':
    '{{title}} burns its budget at {{burn}}×; {{most}}× is allowed.',
  'said.experiment.cancelled': 'It was called off.',
  'said.experiment.cancelled+by': 'Called off by {{by}}: {{reason}}',
  'said.experiment.failed': '{{title}}: {{why}}',
  'said.experiment.fault-failed': 'The fault failed: {{why}}',
  'said.experiment.fault.kill-pods':
    'Kills {{percentOfPods}} % of the pods of {{entity}} in {{environment}}.',
  'said.experiment.fault.latency':
    'Adds {{milliseconds}} ms to what is sent by {{percentOfPods}} % of the pods of {{entity}} in {{environment}}.',
  'said.experiment.fault.loss':
    'Loses {{percent}} % of what is sent by {{percentOfPods}} % of the pods of {{entity}} in {{environment}}.',
  'said.experiment.missed':
    'Nobody was there at {{at}}; it would have begun {{minutes}} min too late.',
  'said.experiment.not-measured':
    'There is nothing to see by whether it is well: no objective, or no traffic.',
  'said.experiment.not-recovered': 'It was not well again in time.',
  'said.experiment.not-taken-back':
    'The fault may still be there; take it back by hand.',
  'said.experiment.not-taken-back+why':
    'The fault may still be there; take it back by hand: {{why}}',
  'said.experiment.recommend.bigger':
    'There is room: the blast radius allows {{percent}} % of the pods.',
  'said.experiment.recommend.correction':
    'What was spent of budgets from {{from}} to {{to}} counts, and is marked as simulated; correct it as maintenance if it should not count.',
  'said.experiment.recommend.kill-pods':
    'Have more replicas, a disruption budget and a readiness probe that tells the truth, and try again.',
  'said.experiment.recommend.latency':
    'Look at the time-outs of those who call it, and at what they do meanwhile, and try again.',
  'said.experiment.recommend.loss':
    'Look at how often those who call it try again, and how soon, and try again.',
  'said.experiment.recommend.measure':
    'Send it traffic while the experiment runs, or name an objective that has some.',
  'said.experiment.recommend.schedule':
    'Give it a schedule, so that it goes on holding.',
  'said.experiment.refused.action': 'It cannot be done here: {{why}}',
  'said.experiment.refused.all-off':
    'All experiments are switched off by {{by}}: {{reason}}',
  'said.experiment.refused.blackout': 'It does not run at this time: {{span}}',
  'said.experiment.refused.entities_one':
    'It touches {{n}} entity; at most {{most}} may be.',
  'said.experiment.refused.entities_other':
    'It touches {{n}} entities; at most {{most}} may be.',
  'said.experiment.refused.experiment':
    'Another experiment is under way here: {{id}}',
  'said.experiment.refused.freeze': 'Changes are frozen: {{why}}',
  'said.experiment.refused.incident': 'It has an open incident: {{id}}',
  'said.experiment.refused.no-entity': 'The catalog has no {{entity}}.',
  'said.experiment.refused.no-objective':
    '{{entity}} has no objective that could stop it.',
  'said.experiment.refused.not-known':
    'This could not be asked: {{what}}. {{why}}',
  'said.experiment.refused.off': 'It is switched off by {{by}}: {{reason}}',
  'said.experiment.refused.remediation':
    'A remediation is under way here: {{id}}',
  'said.experiment.refused.share': 'It takes more of the pods than is allowed.',
  'said.experiment.sentence':
    '{{fault}} It lasts {{minutes}} min, and stops at once when an objective burns faster than {{maxBurnRate}}×.',
  'said.experiment.verdict.aborted':
    'It was stopped before it could show anything.',
  'said.experiment.verdict.aborted+why':
    'It was stopped before it could show anything: {{why}}',
  'said.experiment.verdict.broken': 'It did not hold.',
  'said.experiment.verdict.broken+why': 'It did not hold: {{why}}',
  'said.experiment.verdict.held':
    'It held: the worst burn rate was {{worst}}×, and {{most}}× is allowed.',
  'said.experiment.verdict.not-measured': 'It shows nothing.',
  'said.experiment.verdict.not-measured+why': 'It shows nothing: {{why}}',
  'said.experiment.verdict.running': 'Under way.',
} as const;
