import { equal } from '../equal';
import type { PodTemplate, ReplicaSet } from '../objects';

const hashLabel = 'pod-template-hash';
/** Letters that make no words. */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** Same but for the label that the controller itself puts on. */
export function sameTemplate(one: PodTemplate, other: PodTemplate): boolean {
  return equal(unlabelled(one), unlabelled(other));
}

/** For a name and a label: FNV-1a, written with letters that make no words. */
export function hashOf(template: PodTemplate): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(JSON.stringify(unlabelled(template)))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return [...String(hash)]
    .map(digit => alphabet[digit.charCodeAt(0) % alphabet.length])
    .join('');
}

export function labelled(template: PodTemplate, hash: string): PodTemplate {
  const { metadata } = template;
  return {
    ...template,
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, [hashLabel]: hash },
    },
  };
}

export function hashLabelOf({ metadata }: ReplicaSet): string {
  return metadata.labels?.[hashLabel] ?? '';
}

function unlabelled(template: PodTemplate): PodTemplate {
  const { [hashLabel]: _, ...labels } = template.metadata.labels;
  return { ...template, metadata: { ...template.metadata, labels } };
}
