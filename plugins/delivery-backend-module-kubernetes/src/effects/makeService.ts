import { z } from 'zod';
import type { Service } from '@ghostlight/reliability-kubernetes';
import { asJson } from '../describe/templates';
import { pathOf } from '../kube/paths';
import { locate, objectSchema, type Effect } from './Effect';
import { makeObject } from './makeObject';
import { readAction } from './readAction';

const schema = z.object({
  op: z.literal('make-service'),
  object: objectSchema,
  /** Name of the Service whose ports it has. */
  of: z.string(),
  selector: z.record(z.string(), z.string()),
  rollout: z.string(),
  reason: z.string(),
});

export type MakeService = z.output<typeof schema>;

/** A Service for the pods of one side of a rollout. */
export const makeService: Effect = {
  async write(pinned, call) {
    const { object, of, selector, rollout, reason } = schema.parse(pinned);
    const { client } = locate(object, call);
    const base = await client.find<Service>(
      pathOf('services', object.namespace, of),
      call,
    );
    if (!base) return { state: 'refused', error: `Service ${of} is gone` };
    const ports = (base.spec.ports ?? []).map(({ nodePort, ...port }) => port);
    return makeObject(
      object,
      {
        rollout,
        labels: base.metadata.labels,
        spec: asJson({ type: 'ClusterIP', selector, ports }),
        reason,
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
};
