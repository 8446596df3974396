import type { ChangeEvent } from '@ghostlight/plugin-incidents-node';
import {
  caps,
  cleanLabels,
  cleanLine,
  environmentOf,
  hashOf,
  type ItemReading,
} from '../shared';
import {
  clusterOf,
  labelsOf,
  lastSeen,
  type EventContext,
  type KubernetesEvent,
} from './kubernetesEvent';

const scaled =
  /^(?:\(combined from similar events\): )?Scaled (up|down) replica set (\S{1,253}) (?:from (\d{1,9}) )?to (\d{1,9})(?: from (\d{1,9}))?/;

/**
 * A Normal event that means a change:
 *
 * - `ScalingReplicaSet` of a Deployment: a replica set scaled up from nothing is a new version going
 *   out (`deployment`, its steps being one change); what else it scales is `scale`
 * - `DeploymentRollback`: `rollback`
 * - `SuccessfulRescale` of an autoscaler: `scale`
 */
export function readChange(
  event: KubernetesEvent,
  { path, receivedAt }: EventContext,
): ItemReading {
  const meaning = meaningOf(event);
  if (!meaning) return {};
  const { involvedObject: about } = event;
  const labels = cleanLabels(labelsOf(event));
  const environment = environmentOf(labels);
  const version = cleanLine(meaning.version, caps.name);
  const at = lastSeen(event, path) ?? receivedAt;
  const subject = [about.namespace, about.name].filter(Boolean).join('/');
  return {
    changes: [
      {
        key: hashOf(
          clusterOf(event),
          about.kind,
          about.namespace ?? '',
          about.name,
          meaning.kind,
          ...(meaning.step
            ? [meaning.step]
            : [textOf(event.metadata?.uid), at]),
        ),
        kind: meaning.kind,
        title: cleanLine(
          `${about.kind} ${subject}: ${
            textOf(event.message ?? event.note) || event.reason
          }`,
          caps.title,
        ),
        at,
        ...(version && { version }),
        ...(environment && { environment }),
        labels,
      },
    ],
  };
}

interface Meaning {
  kind: ChangeEvent['kind'];
  version?: string;
  /** What makes several events one change. */
  step?: string;
}

function meaningOf(event: KubernetesEvent): Meaning | undefined {
  switch (event.reason) {
    case 'ScalingReplicaSet':
      return scalingOf(textOf(event.message ?? event.note));
    case 'DeploymentRollback':
      return { kind: 'rollback' };
    case 'SuccessfulRescale':
      return { kind: 'scale' };
    default:
      return undefined;
  }
}

/** Older clusters do not say from how many; there each scaling up is taken for a version going out. */
function scalingOf(message: string): Meaning {
  const [, direction, set = '', before, , after] = scaled.exec(message) ?? [];
  const from = before ?? after;
  if (direction !== 'up' || (from !== undefined && from !== '0'))
    return { kind: 'scale' };
  return {
    kind: 'deployment',
    version: set.slice(set.lastIndexOf('-') + 1),
    step: set,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
