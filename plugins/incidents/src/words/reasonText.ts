import type { Reason } from '@ghostlight/plugin-incidents-common';
import { type Formats, nameOf } from '@ghostlight/reliability-react';
import type { IncidentsText } from '../translation';

interface Tools {
  t: IncidentsText;
  format: Formats;
}

type Wording = (reason: Reason, tools: Tools) => string | undefined;

function numberIn(reason: Reason, name: string): number | undefined {
  const text = reason.data?.[name];
  const value = Number(text);
  return text && Number.isFinite(value) ? value : undefined;
}

/** Who depends on whom: the path leads there; without one, the data name the two. */
const depends: Wording = ({ kind, path = [], data = {} }, { t }) => {
  const pair =
    kind === 'depends-on'
      ? [data.entityRef, data.otherRef]
      : [data.otherRef, data.entityRef];
  const from = path[0] ?? pair[0];
  const to = path.length > 1 ? path[path.length - 1] : pair[1];
  return from && to
    ? t('reason.dependsOn', {
        from: nameOf(from),
        to: nameOf(to),
        count: Math.max(1, path.length - 1),
      })
    : undefined;
};

const wordings: Partial<Record<Reason['kind'], Wording>> = {
  'depends-on': depends,
  'depended-on-by': depends,
  'same-entity': ({ data = {} }, { t }) =>
    data.entityRef &&
    t('reason.sameEntity', { entity: nameOf(data.entityRef) }),
  'common-dependency': ({ data = {} }, { t }) =>
    data.entityRef && data.otherRef && data.commonRef
      ? t('reason.common', {
          from: nameOf(data.entityRef),
          to: nameOf(data.otherRef),
          common: nameOf(data.commonRef),
        })
      : undefined,
  time: (reason, { t, format }) => {
    const minutes = numberIn(reason, 'minutes');
    if (minutes !== undefined) {
      return t('reason.later', { apart: format.duration(minutes * 60) });
    }
    const seconds = numberIn(reason, 'seconds');
    if (seconds === undefined) return undefined;
    return seconds < 1
      ? t('reason.sameTime')
      : t('reason.time', { apart: format.duration(seconds) });
  },
  labels: ({ data = {} }, { t }) =>
    data.labels && t('reason.labels', { labels: data.labels }),
  text: ({ data = {} }, { t }) =>
    data.name && t('reason.text', { name: data.name }),
  change: (reason, { t, format }) => {
    const seconds = numberIn(reason, 'seconds');
    const title = reason.data?.title;
    return title && seconds !== undefined
      ? t('reason.change', {
          change: title,
          apart: format.duration(seconds, { whole: true }),
        })
      : undefined;
  },
  explains: (reason, { t, format }) => {
    const count = numberIn(reason, 'count');
    const of = numberIn(reason, 'of');
    if (count === undefined || of === undefined) return undefined;
    const words = { explained: format.count(count), count: of };
    // The one with a path is about the group; the other about what stands next to it.
    return reason.path
      ? t('reason.explains', words)
      : t('reason.neighbours', words);
  },
  earliest: (reason, { t, format }) => {
    const seconds = numberIn(reason, 'seconds');
    return seconds
      ? t('reason.began', { apart: format.duration(seconds) })
      : t('reason.earliest');
  },
  severity: (reason, { t }) => {
    const count = numberIn(reason, 'alerts');
    if (reason.data?.burning) return t('reason.burning');
    return count === undefined ? undefined : t('reason.ownAlerts', { count });
  },
  rule: ({ data = {} }, { t }) =>
    data.rule && t('reason.rule', { rule: data.rule }),
  'by-hand': (_, { t }) => t('reason.byHand'),
  'same-fingerprint': (_, { t }) => t('reason.sameFingerprint'),
};

/**
 * A piece of evidence in the reader's language, as far as its kind and data tell; otherwise the
 * backend's own (English) words.
 */
export function reasonText(reason: Reason, tools: Tools): string {
  return wordings[reason.kind]?.(reason, tools) || reason.text;
}
