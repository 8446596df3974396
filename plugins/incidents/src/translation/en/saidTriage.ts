import { saidUnavailable } from './saidUnavailable';

/**
 * What triage says by code. Of several wordings of a code (`code`, `code+…`) the one with the most slots
 * that its parameters fill is taken.
 */
export const saidTriage = {
  ...saidUnavailable,
  'said.triage.summary.noFault':
    'Nothing differs from before by more than it usually does.',
  'said.triage.summary.nothing':
    'Nothing is recorded that could say why: no alert, change, log or measurement.',
  'said.triage.summary.inconclusive':
    'What is recorded does not say why; the likeliest is {{entity}}: {{cause}}.',
  'said.triage.summary.two':
    'Two things may have gone wrong: {{entity}} ({{cause}}) and {{other}} ({{otherCause}}).',
  'said.triage.summary.two+explained':
    'Two things may have gone wrong: {{entity}} ({{cause}}), which explains {{explained}}; and {{other}} ({{otherCause}}).',
  'said.triage.summary.two+otherExplained':
    'Two things may have gone wrong: {{entity}} ({{cause}}); and {{other}} ({{otherCause}}), which explains {{otherExplained}}.',
  'said.triage.summary.two+both':
    'Two things may have gone wrong: {{entity}} ({{cause}}), which explains {{explained}}; and {{other}} ({{otherCause}}), which explains {{otherExplained}}.',
  'said.triage.summary.identified': 'The cause is at {{entity}}: {{cause}}.',
  'said.triage.summary.probable':
    'The cause is probably at {{entity}}: {{cause}}.',
  'said.triage.cause.config':
    '“{{title}}”, a setting {{minutes}} min before it began',
  'said.triage.cause.config+entity':
    '“{{title}}”, a setting of {{entity}} {{minutes}} min before it began',
  'said.triage.cause.change':
    '“{{title}}”, a change {{minutes}} min before it began',
  'said.triage.cause.change+entity':
    '“{{title}}”, a change of {{entity}} {{minutes}} min before it began',
  'said.triage.cause.gone': '{{entity}} is no longer heard of',
  'said.triage.cause.resourceRose':
    '{{metric}} of {{entity}} rose from {{from}} to {{to}}',
  'said.triage.cause.resourceFell':
    '{{metric}} of {{entity}} fell from {{from}} to {{to}}',
  'said.triage.cause.itself':
    '{{entity}} is slow or fails, and nothing that it depends on explains it',
  'said.triage.cause.named_one': 'errors of {{count}} other name {{entity}}',
  'said.triage.cause.named_other': 'errors of {{count}} others name {{entity}}',
  'said.triage.cause.quiet_one':
    '{{count}} in trouble depends on {{entity}}, of which nothing is known',
  'said.triage.cause.quiet_other':
    '{{count}} in trouble depend on {{entity}}, of which nothing is known',
  'said.triage.cause.possible': '{{entity}} is in trouble',
  'said.triage.factor.resource': 'a resource of {{entity}} is in trouble',
  'said.triage.factor.resource+metric':
    'a resource of {{entity}} is in trouble: {{metric}}',
  'said.triage.factor.symptom':
    '{{entity}} is slow or fails, and what it depends on does not explain it',
  'said.triage.factor.loudness':
    '{{entity}} differs more from before than most',
  'said.triage.factor.coverage_one':
    '{{count}} in trouble depends on {{entity}}',
  'said.triage.factor.coverage_other':
    '{{count}} in trouble depend on {{entity}}',
  'said.triage.factor.walk':
    'following trouble down the dependencies ends at {{entity}}',
  'said.triage.factor.early': '{{entity}} was among the first',
  'said.triage.factor.change':
    '{{entity}} changed {{minutes}} min before it began',
  'said.triage.factor.changed':
    '{{entity}} changed {{minutes}} min before it began and is in trouble, or who depends on it is',
  'said.triage.factor.logs': '{{entity}} logs errors that it did not before',
  'said.triage.factor.mentioned': 'errors of others name {{entity}}',
  'said.triage.factor.history':
    '{{entity}} was at the bottom of similar incidents',
  'said.triage.factor.specific':
    'of the {{of}} that depend on {{entity}}, most are in trouble',
  'said.triage.factor.alerted': '{{entity}} has alerts of its own',
  'said.triage.factor.drop': '{{entity}} does less than before',
  'said.triage.factor.hidden':
    'nothing is measured of {{entity}}, and nothing else explains its callers',
  'said.triage.factor.measured':
    '{{name}} of {{entity}}, as of causes in earlier incidents',
  'said.triage.missing.alerts': 'There are no alerts.',
  'said.triage.missing.alerts+left':
    '{{left}} kinds of alerts are not looked at: only the {{kept}} most telling are.',
  'said.triage.missing.metrics': 'There are no metrics.',
  'said.triage.missing.dependencies':
    'There are no dependencies, so nothing is followed from symptom to cause.',
  'said.triage.missing.changes': 'There are no changes.',
  'said.triage.missing.logs': 'There are no logs.',
  'said.triage.missing.past_one':
    '{{count}} of {{of}} series has too little from before the incident.',
  'said.triage.missing.past_other':
    '{{count}} of {{of}} series have too little from before the incident.',
  'said.triage.missing.absent':
    'No {{part}}: what knows of them is not part of this portal.',
  'said.triage.missing.failed': 'No {{part}}: {{why}}',
  'said.triage.missing.logsUnknown':
    'No logs: no source knows where those of what is affected are.',
  'said.triage.missing.logsCut':
    'Of the logs of {{entity}} in {{source}} only {{lines}} lines were read.',
  'said.triage.missing.logsFailed':
    'No logs of {{entity}} from {{source}}: {{why}}',
  'said.triage.missing.measured':
    'No metrics: nothing of what is affected was measured then.',
  'said.triage.missing.burn':
    'No burn rates: the incident is over, and those of now say nothing of it.',
  'said.triage.evidence.alert': '{{rule}} ({{severity}}) at {{entity}}',
  'said.triage.evidence.alert+count':
    '{{rule}} ({{severity}}) at {{entity}}, ×{{count}}',
  'said.triage.evidence.burn':
    '{{objective}} burns its budget {{rate}} times as fast as it may',
  'said.triage.evidence.change':
    '{{kind}}, {{minutes}} min before it began: {{title}}',
  'said.triage.evidence.change+entity':
    '{{kind}} of {{entity}}, {{minutes}} min before it began: {{title}}',
  'said.triage.evidence.changeAfter':
    '{{kind}}, {{minutes}} min after it began: {{title}}',
  'said.triage.evidence.changeAfter+entity':
    '{{kind}} of {{entity}}, {{minutes}} min after it began: {{title}}',
  'said.triage.evidence.log_one': '{{entity}} logs this {{count}} time',
  'said.triage.evidence.log_other': '{{entity}} logs this {{count}} times',
  'said.triage.evidence.logNew_one':
    '{{entity}} logs what it did not before, {{count}} time',
  'said.triage.evidence.logNew_other':
    '{{entity}} logs what it did not before, {{count}} times',
  'said.triage.evidence.logMore_one':
    '{{entity}} logs this {{count}} time, {{before}} in as long before',
  'said.triage.evidence.logMore_other':
    '{{entity}} logs this {{count}} times, {{before}} in as long before',
  'said.triage.evidence.metricGone':
    '{{metric}} of {{entity}} is no longer reported',
  'said.triage.evidence.metricRose':
    '{{metric}} of {{entity}} rose from {{from}} to {{to}}',
  'said.triage.evidence.metricFell':
    '{{metric}} of {{entity}} fell from {{from}} to {{to}}',
  'said.triage.evidence.owner': '{{owner}} owns {{entity}}',
  'said.triage.evidence.oncall': '{{owner}} answers for {{entity}}',
  'said.triage.evidence.runbook': 'There is a runbook: {{title}}',
  'said.triage.evidence.similar': '{{incident}} was like it',
  'said.triage.evidence.similarOrigin':
    '{{incident}} was like it; its cause was at {{entity}}',
  'said.triage.evidence.topology': '{{from}} depends on {{to}}',
  'said.triage.evidence.topology+hops':
    '{{from}} depends on {{to}}, steps between them: {{hops}}',
  'said.triage.confidence.types':
    'Records that speak for it: {{records}}, of {{types}} kinds.',
  'said.triage.confidence.orders':
    'Records that give orders to their reader do not count: {{records}}.',
  'said.triage.confidence.contradicted':
    'Records that speak against it: {{records}}.',
  'said.triage.confidence.inferred':
    'No claim for it is held by a record; it is inferred.',
  'said.triage.confidence.agrees':
    'The ranking above has the same at place {{place}} ({{suspect}}).',
  'said.triage.confidence.alone': 'The ranking above does not name it.',
  'said.triage.dropped.unknown-record':
    'Names {{found}}, which is no record here.',
  'said.triage.dropped.no-record': 'No record that it names is left.',
  'said.triage.dropped.unknown-entity':
    'Speaks of {{found}}, which is not in the graph.',
  'said.triage.dropped.number-not-held': 'No cited record holds {{found}}.',
  'said.triage.dropped.quote-not-held': 'No cited record says “{{found}}”.',
  'said.triage.dropped.time-not-held': 'No cited record is of {{found}}.',
  'said.triage.dropped.after-symptom': 'Comes after the first symptom.',
  'said.triage.dropped.not-a-change': 'The record {{found}} is not a change.',
  'said.triage.dropped.unknown-action':
    'The action {{found}} is not installed, or is switched off.',
  'said.triage.dropped.bad-parameters':
    'The parameters do not parse: {{found}}.',
  'said.triage.dropped.unheld-parameter':
    'No record holds the parameter {{found}}.',
  'said.triage.dropped.not-suspected':
    'Nothing suspects {{found}}, nor what is next to it.',
  'said.triage.dropped.ordered-by-record':
    'A record that gives orders asks for it.',
  'said.triage.dropped.address': 'Contains what may be an address.',
  'said.triage.dropped.markup': 'Contains markup.',
  'said.triage.dropped.unseen-characters':
    'Contained characters that nobody sees.',
  'said.triage.dropped.empty': 'Says nothing.',
  'said.triage.dropped.too-many': 'More than are taken.',
  'said.triage.dropped.repeated': 'Was said before.',
  'said.triage.dropped.no-claim': 'No claim for it holds.',
  'said.triage.dropped.verdict-not-held':
    'The verdict {{found}} does not hold.',
  'said.triage.dropped.not-an-alert': 'The record {{found}} is not an alert.',
  'said.triage.dropped.contradicts': 'Is on both sides at once.',
  'said.triage.dropped.unknown-hypothesis':
    'Belongs to no hypothesis that is left.',
  'said.triage.ranker.few':
    'Too few incidents with a confirmed cause were closed to learn from.',
  'said.triage.ranker.learned':
    'Learned from closed incidents ({{count}}): right first in {{top1}} % of the latest, the rules in {{untrained}} %.',
  'said.triage.ranker.notBetter':
    'What closed incidents ({{count}}) taught is not better: right first in {{top1}} % of the latest, the rules in {{untrained}} %.',
} as const;
