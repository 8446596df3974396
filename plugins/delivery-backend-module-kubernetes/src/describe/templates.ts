import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  Container,
  PodTemplate,
} from '@ghostlight/reliability-kubernetes';
import { redescribed, saidOf } from './annotations';

const hashLabels = ['pod-template-hash', 'rollouts-pod-template-hash'];
const versionLabel = 'app.kubernetes.io/version';
const defaultContainer = 'kubectl.kubernetes.io/default-container';

/** The template without the label that controllers put on. */
export function bareTemplate(template: PodTemplate): PodTemplate {
  const labels = Object.entries(template.metadata?.labels ?? {}).filter(
    ([name]) => !hashLabels.includes(name),
  );
  return {
    ...template,
    metadata: { ...template.metadata, labels: Object.fromEntries(labels) },
  };
}

/** The same for the same template, in whatever order its fields come. */
export function templateDigest(template: PodTemplate): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(asJson(bareTemplate(template)))))
    .digest('hex');
}

export function hashLabelOf(labels: Record<string, string> | undefined) {
  const name = hashLabels.find(label => labels?.[label]);
  return name && labels?.[name];
}

/** The container that a version is of. */
export function mainContainer(template: PodTemplate): Container | undefined {
  const containers = template.spec?.containers ?? [];
  const named = template.metadata?.annotations?.[defaultContainer];
  return containers.find(({ name }) => name === named) ?? containers[0];
}

/** As a label says it, or an annotation, or the tag of the image. */
export function versionOf(
  template: PodTemplate,
  annotations?: Record<string, string>,
): string {
  const label = template.metadata?.labels?.[versionLabel];
  const said = saidOf('version', annotations, template.metadata?.annotations);
  return label ?? said ?? versionOfImage(mainContainer(template)?.image ?? '');
}

/** The tag, or the beginning of the digest. */
export function versionOfImage(image: string): string {
  const [name, digest] = image.split('@');
  const [, tag] = /:([^/:]+)$/.exec(name) ?? [];
  return tag ?? digest?.replace(/^sha256:/, '').slice(0, 12) ?? 'latest';
}

/**
 * The template with another image in one container, and with it the version that its label says. What
 * annotations say of the image before (its commit, its author) is not true of this one.
 */
export function withImage(
  template: PodTemplate,
  container: string,
  image: string,
): PodTemplate {
  const { spec, metadata } = bareTemplate(template);
  const { labels = {}, annotations, ...rest } = metadata ?? {};
  const isSame = spec?.containers?.some(
    known => known.name === container && known.image === image,
  );
  const notes = isSame ? annotations : redescribed(annotations, {});
  return {
    ...template,
    metadata: {
      ...rest,
      ...(notes && Object.keys(notes).length && { annotations: notes }),
      labels: {
        ...labels,
        ...(labels[versionLabel] && { [versionLabel]: versionOfImage(image) }),
      },
    },
    spec: {
      ...spec,
      containers: (spec?.containers ?? []).map(known =>
        known.name === container ? { ...known, image } : known,
      ),
    },
  };
}

/** What the API gave is JSON. */
export function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

/** Fields in order, and without those that are null, which the server may or may not show. */
export function sorted(value: JsonValue | undefined): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  );
}
