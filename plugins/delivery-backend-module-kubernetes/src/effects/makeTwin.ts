import { z } from 'zod';
import {
  type Deployment,
  changedBy,
  deploymentProgress,
  rolloutLabel,
} from '@ghostlight/reliability-kubernetes';
import { asJson, templateDigest, withImage } from '../describe/templates';
import { pathOf } from '../kube/paths';
import { locate, objectSchema, type Effect } from './Effect';
import { makeObject } from './makeObject';
import { readAction } from './readAction';

const schema = z.object({
  op: z.literal('make-twin'),
  object: objectSchema,
  /** Name of the Deployment that it is a twin of. */
  of: z.string(),
  /** Of that one's template. */
  digest: z.string(),
  container: z.string(),
  image: z.string(),
  replicas: z.number(),
  /** Labels of its pods that the other's do not have. */
  labels: z.record(z.string(), z.string()),
  rollout: z.string(),
  reason: z.string(),
});

export type MakeTwin = z.output<typeof schema>;

/** A second Deployment beside one, with another image. */
export const makeTwin: Effect = {
  async write(pinned, call) {
    const wanted = schema.parse(pinned);
    const { object, of, labels, image, container, rollout } = wanted;
    const { client } = locate(object, call);
    const base = await client.find<Deployment>(
      pathOf('deployments', object.namespace, of),
      call,
    );
    if (!base) return { state: 'refused', error: `Deployment ${of} is gone` };
    if (templateDigest(base.spec.template) !== wanted.digest)
      return {
        state: 'refused',
        error: `Deployment ${of} was changed meanwhile by ${changedBy(
          base.metadata,
        )}`,
      };
    const template = withImage(base.spec.template, container, image);
    const marks = { ...labels, [rolloutLabel]: rollout };
    const { selector, strategy, paused, ...spec } = base.spec;
    return makeObject(
      object,
      {
        rollout,
        labels: { ...base.metadata.labels, ...labels },
        spec: {
          ...asJson(spec),
          replicas: wanted.replicas,
          selector: asJson({
            ...selector,
            matchLabels: { ...selector.matchLabels, ...marks },
          }),
          template: asJson({
            ...template,
            metadata: {
              ...template.metadata,
              labels: { ...template.metadata?.labels, ...marks },
            },
          }),
        },
        reason: wanted.reason,
      },
      call,
    );
  },

  async readBack(pinned, call) {
    const { object: wanted } = schema.parse(pinned);
    const { object, ...found } = await readAction({
      ...locate(wanted, call),
      ...call,
    });
    return found;
  },

  async observe(pinned, call) {
    const { object } = schema.parse(pinned);
    const { client, path, title } = locate(object, call);
    const twin = await client.find<Deployment>(path, call);
    return twin
      ? deploymentProgress(twin)
      : { state: 'superseded', text: `${title} was deleted` };
  },
};
