import type {
  IncidentStatus,
  Role,
  TimelineEntry,
} from '@ghostlight/plugin-incidents-common';
import { type Formats, nameOf } from '@ghostlight/reliability-react';
import type { IncidentsText } from '../../translation';
import { knownText, ROLE_KEYS, STATUSES } from '../../words';

type Wording = (
  entry: TimelineEntry,
  t: IncidentsText,
  data: Partial<Record<string, string>>,
) => string | undefined;

const isStatus = (text: string | undefined): text is IncidentStatus =>
  STATUSES.some(each => each === text);

const isRole = (text: string | undefined): text is Role =>
  text !== undefined && text in ROLE_KEYS;

/** What stands behind the first colon: the title in “Resolved: HighErrorRate”. */
const rest = (text: string) => text.slice(text.indexOf(': ') + 2);

const alertWords: ReadonlyArray<
  [string, 'timeline.alertOver' | 'timeline.alertEnded' | 'timeline.alertAgain']
> = [
  ['Alert, over already: ', 'timeline.alertOver'],
  ['Resolved: ', 'timeline.alertEnded'],
  ['Fires again: ', 'timeline.alertAgain'],
];

const notified = {
  opened: 'timeline.toldOpened',
  severity: 'timeline.toldSeverity',
  escalated: 'timeline.toldEscalated',
  status: 'timeline.toldStatus',
  resolved: 'timeline.toldResolved',
} as const;

const wordings: Partial<Record<TimelineEntry['kind'], Wording>> = {
  alert: ({ text }, t, { alertId }) => {
    if (!alertId) return undefined;
    if (text.startsWith('Alert: ')) return rest(text);
    const found = alertWords.find(([word]) => text.startsWith(word));
    return found && t(found[1], { title: rest(text) });
  },
  status: ({ text, author }, t, { from, to, severity, acknowledged }) => {
    if (acknowledged) return t('timeline.acknowledged');
    if (!isStatus(to)) return undefined;
    if (!from && severity) return t('timeline.opened', { severity, why: text });
    if (!isStatus(from)) return undefined;
    const words = { from: t(`status.${from}`), to: t(`status.${to}`) };
    const said =
      from === 'resolved'
        ? t('timeline.reopened', words)
        : t('timeline.status', words);
    // What the product did, it did for a reason.
    return author ? said : `${said} (${text})`;
  },
  severity: (_, t, { from, to }) =>
    from && to && t('timeline.severity', { from, to }),
  role: (_, t, { role, to }) => {
    if (!isRole(role)) return undefined;
    return to
      ? t('timeline.role', { who: nameOf(to), role: t(ROLE_KEYS[role]) })
      : t('timeline.roleLeft', { role: t(ROLE_KEYS[role]) });
  },
  link: (_, t, { mergedInto, merged, splitInto, splitFrom }) => {
    if (mergedInto) return t('timeline.mergedInto', { id: mergedInto });
    if (merged) return t('timeline.merged', { id: merged });
    if (splitInto) return t('timeline.splitInto', { id: splitInto });
    return splitFrom && t('timeline.splitFrom', { id: splitFrom });
  },
  entity: (_, t, { added, removed, entityRef, role }) => {
    if (added) return t('timeline.entityAdded', { entity: nameOf(added) });
    if (removed) {
      return t('timeline.entityRemoved', { entity: nameOf(removed) });
    }
    return role === 'origin' && entityRef
      ? t('timeline.origin', { entity: nameOf(entityRef) })
      : undefined;
  },
  notification: ({ text }, t, { channel, kind }) => {
    const key = notified[kind as keyof typeof notified];
    // A failure keeps the words that say why.
    return channel && key && text.includes(' was told ')
      ? t(key, { channel })
      : undefined;
  },
  action: (_, t, { mitigated, field }) => {
    if (mitigated === 'true') return t('timeline.mitigated');
    if (mitigated === 'false') return t('timeline.notMitigated');
    if (field === 'summary') return t('timeline.wroteSummary');
    if (field === 'rootCause') return t('timeline.wroteRootCause');
    return field === 'mitigation' ? t('timeline.wroteMitigation') : undefined;
  },
  'follow-up': ({ text }, t, { state }) => {
    if (state === 'done')
      return t('timeline.followUpDone', { title: rest(text) });
    return state === 'open'
      ? t('timeline.followUpOpen', { title: rest(text) })
      : rest(text);
  },
};

/**
 * An entry in the reader's language, as far as its kind and data tell; otherwise the backend's own
 * (English) words. What people wrote stays as they wrote it.
 */
export function entryText(
  entry: TimelineEntry,
  tools: { t: IncidentsText; format: Formats },
): string {
  const known = knownText(entry.said, tools);
  // Of a status, it is why.
  if (known && entry.kind !== 'status') return known;
  const told = known ? { ...entry, text: known } : entry;
  return wordings[entry.kind]?.(told, tools.t, entry.data ?? {}) || told.text;
}
