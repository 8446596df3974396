import type { Said } from '@ghostlight/plugin-incidents-common';
import { type Formats, nameOf } from '@ghostlight/reliability-react';
import type { IncidentsText } from '../translation';
import { ALERT_SEVERITIES } from './tones';

interface Tools {
  t: IncidentsText;
  format: Formats;
}

type Params = Partial<Record<string, string>>;
type Wording = (params: Params, tools: Tools) => string | undefined;

const minute = 60;

const types = ['string', 'number', 'boolean', 'object', 'array'] as const;

function numberOf(text: string | undefined): number | undefined {
  const value = Number(text);
  return text && Number.isFinite(value) ? value : undefined;
}

/** How an entity was found, and what is wrong with that. */
const entity =
  (say: Wording): Wording =>
  (params, tools) => {
    const { t } = tools;
    let reason = say(params, tools);
    if (reason && params.unknown) reason = t('said.notInCatalog', { reason });
    return reason && params.unsure
      ? t('said.notSure', { entity: nameOf(params.unsure), reason })
      : reason;
  };

const openedByRule: Wording = (params, { t, format }) => {
  const { rule, worst, burn } = params;
  const alerts = numberOf(params.alerts);
  const reports = numberOf(params.occurrences);
  const severity = ALERT_SEVERITIES.find(each => each === worst);
  if (!rule || alerts === undefined || !severity) return undefined;
  const word = t(`severity.${severity}`).toLocaleLowerCase(format.language);
  const facts = [
    t('said.ruleAlerts', { count: alerts, worst: word }),
    ...(reports === undefined
      ? []
      : [t('said.ruleReports', { count: reports })]),
    ...(burn ? [t('said.ruleBurn')] : []),
  ];
  return t('said.openedByRule', { rule, facts: facts.join(', ') });
};

const responder: Wording = ({ count, days, entityRef }, { t, format }) => {
  const incidents = numberOf(count);
  const ago = numberOf(days);
  if (incidents === undefined || ago === undefined || !entityRef)
    return undefined;
  const relative = new Intl.RelativeTimeFormat(format.language, {
    numeric: 'auto',
  });
  return t('said.responder', {
    count: incidents,
    entity: nameOf(entityRef),
    when: relative.format(-ago, 'day'),
  });
};

/** Dates as the reader's language has them; `2026-11-21` is a day, whatever the zone. */
function dayText(text: string, { format }: Tools): string {
  const at = Date.parse(text);
  return Number.isNaN(at)
    ? text
    : format.time(at / 1000, 'date', { timeZone: 'UTC' });
}

const wordings: Partial<Record<string, Wording>> = {
  'suppression.flapping': ({ times, minutes }, { t, format }) => {
    const count = numberOf(times);
    const within = numberOf(minutes);
    return count === undefined || within === undefined
      ? undefined
      : t('said.flapping', { count, time: format.duration(within * minute) });
  },
  'suppression.silence': ({ by, reason = '' }, { t }) =>
    by && t('said.silence', { who: nameOf(by), reason }),
  'suppression.maintenance': ({ reason }, { t }) =>
    reason && t('said.maintenance', { reason }),
  'suppression.symptom': ({ entityRef, incidentId }, { t }) =>
    entityRef && incidentId
      ? t('said.symptom', { entity: nameOf(entityRef), id: incidentId })
      : undefined,
  'entity.payload': entity((_, { t }) => t('said.payload')),
  'entity.annotation': entity(
    ({ name }, { t }) => name && t('said.annotation', { name }),
  ),
  'entity.label': entity(
    ({ name }, { t }) => name && t('said.label', { name }),
  ),
  'entity.taught': entity(
    ({ by }, { t }) => by && t('said.taught', { who: nameOf(by) }),
  ),
  'entity.rule': entity(
    ({ rule }, { t }) => rule && t('said.mappingRule', { rule }),
  ),
  'entity.kubernetes-id': entity(({ name = '', label = '' }, { t }) =>
    t('said.kubernetesId', { name, label }),
  ),
  'entity.name': entity(({ name = '', label = '' }, { t }) =>
    t('said.name', { name, label }),
  ),
  'entity.similar': entity(({ name = '', label = '' }, { t }) =>
    t('said.similar', { name, label }),
  ),
  'entity.none': (_, { t }) => t('said.noEntity'),
  'opened.rule': openedByRule,
  'opened.by-hand': (_, { t }) => t('said.openedByHand'),
  'opened.alerts': ({ count }, { t }) =>
    t('said.openedFromAlerts', { count: numberOf(count) ?? 0 }),
  'opened.split': ({ id }, { t }) => id && t('said.openedBySplit', { id }),
  'opened.import': ({ key }, { t }) => key && t('said.openedByImport', { key }),
  'reopened.fires': ({ title }, { t }) =>
    title && t('said.reopenedFires', { title }),
  'reopened.again': ({ title }, { t }) =>
    title && t('said.reopenedAgain', { title }),
  'resolved.quiet': ({ minutes }, { t, format }) => {
    const time = numberOf(minutes);
    return time === undefined
      ? undefined
      : t('said.resolvedQuiet', { time: format.duration(time * minute) });
  },
  'severity.rule': ({ from, to, rule }, { t }) =>
    from && to && rule ? t('said.severityRule', { from, to, rule }) : undefined,
  'alert.joined': ({ title }) => title,
  'alert.over': ({ title }, { t }) =>
    title && t('timeline.alertOver', { title }),
  'alert.ended': ({ title }, { t }) =>
    title && t('timeline.alertEnded', { title }),
  'alert.again': ({ title }, { t }) =>
    title && t('timeline.alertAgain', { title }),
  'oncall.outside': ({ source, ownerRef, from, to }, tools) =>
    source && ownerRef && from && to
      ? tools.t('said.oncallOutside', {
          source,
          owner: nameOf(ownerRef),
          from: dayText(from, tools),
          to: dayText(to, tools),
        })
      : undefined,
  'oncall.gap': ({ source, ownerRef }, { t }) =>
    source && ownerRef
      ? t('said.oncallGap', { source, owner: nameOf(ownerRef) })
      : undefined,
  'oncall.silent': ({ source, ownerRef, error = '' }, { t }) =>
    source && ownerRef
      ? t('said.oncallSilent', { source, owner: nameOf(ownerRef), error })
      : undefined,
  'oncall.unknown': ({ entityRef }, { t }) =>
    entityRef && t('said.oncallUnknown', { entity: entityRef }),
  'oncall.unowned': ({ entityRef }, { t }) =>
    entityRef && t('said.oncallUnowned', { entity: entityRef }),
  'oncall.no-source': (_, { t }) => t('said.oncallNoSource'),
  'oncall.no-rotation': ({ owners, sources }, { t }) =>
    owners && sources
      ? t('said.oncallNoRotation', { owners, sources })
      : undefined,
  'owner.owner': (_, { t }) => t('said.owner'),
  'owner.system': ({ name }, { t }) =>
    name && t('said.ownerOfSystem', { name }),
  'owner.domain': ({ name }, { t }) =>
    name && t('said.ownerOfDomain', { name }),
  'owner.parent': ({ name }, { t }) => name && t('said.ownerParent', { name }),
  'owner.itself': (_, { t }) => t('said.ownerItself'),
  'impact.not-installed': (_, { t }) => t('said.sloNotInstalled'),
  'impact.not-allowed': (_, { t }) => t('said.sloNotAllowed'),
  'impact.no-answer': (_, { t }) => t('said.sloNoAnswer'),
  'metrics.no-delivery': (_, { t }) => t('said.noDelivery'),
  responder,
  'people.level': ({ level, team }, { t }) =>
    level && team ? t('said.personLevel', { level, team }) : undefined,
  'people.member': ({ number, team }, { t }) =>
    number && team ? t('said.personMember', { number, team }) : undefined,
  'unreadable.time': ({ value = '' }, { t }) =>
    t('said.unreadableTime', { value }),
  'unreadable.type': ({ expected }, { t }) => {
    const known = types.find(each => each === expected);
    return (
      known && t('said.unreadableType', { expected: t(`said.type_${known}`) })
    );
  },
  'unreadable.value': ({ values }, { t }) =>
    values && t('said.unreadableValue', { values }),
  'unreadable.long': (_, { t }) => t('said.unreadableLong'),
  'unreadable.short': (_, { t }) => t('said.unreadableShort'),
  'unreadable.alert': (_, { t }) => t('said.unreadableAlert'),
  'unreadable.status': (_, { t }) => t('said.unreadableStatus'),
  'unreadable.change': (_, { t }) => t('said.unreadableChange'),
  'unreadable.finding': (_, { t }) => t('said.unreadableFinding'),
  'unreadable.target': (_, { t }) => t('said.unreadableTarget'),
  'unreadable.failed': ({ adapter = '', message = '' }, { t }) =>
    t('said.unreadableFailed', { adapter, message }),
  'unreadable.nothing': (_, { t }) => t('said.unreadableNothing'),
};

/** What the backend says by code, in the reader's language; undefined for a code that is not known here. */
export function knownText(said: Said | undefined, tools: Tools) {
  if (!said || !Object.hasOwn(wordings, said.code)) return undefined;
  return wordings[said.code]?.(said.params, tools) || undefined;
}

/** The same, or else the backend's own (English) sentence. */
export function saidText(
  sentence: string,
  said: Said | undefined,
  tools: Tools,
): string {
  return knownText(said, tools) ?? sentence;
}
