import type { JsonValue } from '@backstage/types';
import type { EpochMs } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import { firstInstant, given } from '../shared';

const subject = z.looseObject({
  kind: z.string().min(1),
  name: z.string().min(1),
  namespace: z.string().nullish(),
});

const record = z.looseObject({}).nullish();

/** Both APIs' events; where they differ in names, in those of `v1`. */
export const kubernetesEvent = z
  .looseObject({
    type: z.string().nullish(),
    reason: z.string().min(1).max(1024),
    involvedObject: subject.nullish(),
    regarding: subject.nullish(),
    metadata: record,
    source: record,
    deprecatedSource: record,
    series: record,
  })
  .transform((event, context) => {
    const involved = event.involvedObject ?? event.regarding;
    if (!involved) {
      context.addIssue({
        code: 'custom',
        message: 'expected an object, what the event is about',
        path: ['involvedObject'],
      });
      return z.NEVER;
    }
    return Object.assign(event, { involvedObject: involved });
  });

export type KubernetesEvent = z.infer<typeof kubernetesEvent>;

export interface EventContext {
  raw: JsonValue;
  path: string;
  receivedAt: EpochMs;
}

/** When it was seen first. The fields that the API has given up are null in newer events. */
export function firstSeen(event: KubernetesEvent, path: string) {
  return firstInstant(path, {
    firstTimestamp: event.firstTimestamp,
    deprecatedFirstTimestamp: event.deprecatedFirstTimestamp,
    eventTime: event.eventTime,
    'metadata.creationTimestamp': event.metadata?.creationTimestamp,
  });
}

/** When it was seen last. */
export function lastSeen(event: KubernetesEvent, path: string) {
  return (
    firstInstant(path, {
      'series.lastObservedTime': event.series?.lastObservedTime,
      lastTimestamp: event.lastTimestamp,
      deprecatedLastTimestamp: event.deprecatedLastTimestamp,
    }) ?? firstSeen(event, path)
  );
}

/** Labels of an event and its object, in the words that resolvers look for. */
export function labelsOf(event: KubernetesEvent): Record<string, unknown> {
  const { involvedObject: about } = event;
  const container = /^spec\.(?:init)?[cC]ontainers\{([^}]{1,253})\}$/.exec(
    typeof about.fieldPath === 'string' ? about.fieldPath : '',
  )?.[1];
  return {
    // Exporters add the object's own labels.
    ...(isRecord(about.labels) ? about.labels : {}),
    namespace: about.namespace,
    kind: about.kind,
    name: about.name,
    reason: event.reason,
    container,
    cluster: clusterOf(event),
    component:
      event.source?.component ??
      event.reportingComponent ??
      event.reportingController,
    node: event.source?.host,
  };
}

/** Exporters that watch several clusters say which; Kubernetes itself does not. */
export function clusterOf(event: KubernetesEvent): string {
  const { clusterName, cluster } = event;
  return given(clusterName) ?? given(cluster) ?? '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
