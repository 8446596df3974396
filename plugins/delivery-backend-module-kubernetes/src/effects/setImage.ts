import { z } from 'zod';
import {
  type Deployment,
  changeObject,
  changedBy,
  deploymentProgress,
  hasAction,
} from '@ghostlight/reliability-kubernetes';
import { redescribed, withAction } from '../describe/annotations';
import { asJson, templateDigest, withImage } from '../describe/templates';
import { jsonSchema, locate, objectSchema, type Effect } from './Effect';
import { readAction } from './readAction';

const schema = z.object({
  op: z.literal('set-image'),
  object: objectSchema,
  uid: z.string(),
  container: z.string(),
  image: z.string(),
  /** Of templates that it may replace. */
  digests: z.array(z.string()),
  /** Of the template that comes of it. */
  target: z.string(),
  /** When the Deployment's own is another. */
  strategy: z.record(z.string(), jsonSchema).optional(),
  reason: z.string(),
});

export type SetImage = z.output<typeof schema>;

/** Gives a Deployment another image, and leaves the rest of its template. */
export const setImage: Effect = {
  write(pinned, call) {
    const wanted = schema.parse(pinned);
    const { client, path, title } = locate(wanted.object, call);
    const { actionId, signal, dryRun } = call;
    return changeObject<Deployment>({
      client,
      path,
      title,
      signal,
      dryRun,
      decide: ({ metadata, spec }) => {
        if (hasAction(metadata.annotations, actionId)) return { applied: {} };
        if (metadata.uid !== wanted.uid)
          return { refuse: `${title} was deleted and made anew meanwhile` };
        if (spec.paused)
          return { refuse: `${title} is paused: resume it first` };
        if (!wanted.digests.includes(templateDigest(spec.template)))
          return {
            refuse: `${title} was changed meanwhile by ${changedBy(metadata)}`,
          };
        const { container, image, strategy, reason } = wanted;
        return {
          patch: [
            {
              op: 'replace',
              path: '/spec/template',
              value: asJson(withImage(spec.template, container, image)),
            },
            ...(strategy
              ? [
                  {
                    op: 'replace' as const,
                    path: '/spec/strategy',
                    value: strategy,
                  },
                ]
              : []),
            {
              op: 'add',
              path: '/metadata/annotations',
              // The controller gives them to the ReplicaSet: nothing of the version before.
              value: withAction(redescribed(metadata.annotations, {}), {
                id: actionId,
                target: image,
                reason,
              }),
            },
          ],
        };
      },
    });
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
    const wanted = schema.parse(pinned);
    const { client, path, title } = locate(wanted.object, call);
    const deployment = await client.find<Deployment>(path, call);
    if (!deployment || deployment.metadata.uid !== wanted.uid)
      return { state: 'superseded', text: `${title} was deleted` };
    const { metadata, spec } = deployment;
    if (templateDigest(spec.template) === wanted.target)
      return deploymentProgress(deployment);
    if (!hasAction(metadata.annotations, call.actionId))
      return {
        state: 'failed',
        text: `${title} does not have ${wanted.image}: what was said to be applied is not there`,
      };
    return {
      state: 'superseded',
      text: `${title} was given another template by ${changedBy(metadata)}`,
    };
  },
};
