import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import {
  type Deployment,
  type KubeObject,
  changeObject,
  deploymentProgress,
  hasAction,
} from '@ghostlight/reliability-kubernetes';
import { withAction } from '../describe/annotations';
import { asJson, sorted } from '../describe/templates';
import { jsonSchema, locate, objectSchema, type Effect } from './Effect';
import { at, matches } from './matches';
import { readAction } from './readAction';

const schema = z.object({
  op: z.literal('set-fields'),
  object: objectSchema,
  /** Of an object that was there when the plan was made. */
  uid: z.string().optional(),
  fields: z.array(
    z.object({
      /** JSON pointer. */
      pointer: z.string(),
      value: jsonSchema,
      /** What it may be before; anything when left out. */
      known: z.array(jsonSchema).optional(),
      /** Nothing may be there that is not in the value; otherwise the server may have filled in more. */
      exact: z.boolean().optional(),
      /** Where it is as well, and is left as it is. */
      settled: z.array(jsonSchema).optional(),
    }),
  ),
  reason: z.string(),
});

export type SetFields = z.output<typeof schema>;

/** Sets some fields of an object that have one of the values that a plan knows. */
export const setFields: Effect = {
  write(pinned, call) {
    const wanted = schema.parse(pinned);
    const { client, path, title } = locate(wanted.object, call);
    const { actionId, signal, dryRun } = call;
    return changeObject<KubeObject>({
      client,
      path,
      title,
      signal,
      dryRun,
      decide: current => {
        const { metadata } = current;
        if (hasAction(metadata.annotations, actionId)) return { applied: {} };
        if (wanted.uid && metadata.uid !== wanted.uid)
          return { refuse: `${title} was deleted and made anew meanwhile` };
        const document = asJson(current);
        if (isSettled(wanted, current)) return { applied: {} };
        const strange = wanted.fields.find(
          ({ pointer, value, known, exact }) =>
            known &&
            ![value, ...known].some(expected =>
              same(expected, at(document, pointer), exact),
            ),
        );
        if (strange)
          return {
            refuse: `${title} was changed meanwhile: ${strange.pointer} is neither what the plan found nor what it wrote`,
          };
        return {
          patch: [
            ...wanted.fields.map(({ pointer, value }) => ({
              op: 'add' as const,
              path: pointer,
              value,
            })),
            {
              op: 'add',
              path: '/metadata/annotations',
              value: withAction(metadata.annotations, {
                id: actionId,
                reason: wanted.reason,
              }),
            },
          ],
        };
      },
    });
  },

  async readBack(pinned, call) {
    const wanted = schema.parse(pinned);
    const { object, ...found } = await readAction({
      ...locate(wanted.object, call),
      ...call,
    });
    return found.state === 'absent' && object && isSettled(wanted, object)
      ? { state: 'applied' }
      : found;
  },

  async observe(pinned, call) {
    const wanted = schema.parse(pinned);
    const { client, path, title } = locate(wanted.object, call);
    const current = await client.find<KubeObject>(path, call);
    if (!current) return { state: 'superseded', text: `${title} was deleted` };
    if (isSettled(wanted, current))
      return { state: 'healthy', text: `${title} is as it should be` };
    const document = asJson(current);
    const other = wanted.fields.find(
      ({ pointer, value, exact }) => !same(value, at(document, pointer), exact),
    );
    if (other)
      return hasAction(current.metadata.annotations, call.actionId)
        ? {
            state: 'superseded',
            text: `Somebody else set ${other.pointer} of ${title}`,
          }
        : {
            state: 'failed',
            text: `${other.pointer} of ${title} is not what was said to be applied`,
          };
    return wanted.object.kind === 'deployments'
      ? deploymentProgress(current as Deployment)
      : { state: 'healthy', text: `${title} says so` };
  },
};

function same(
  expected: JsonValue,
  actual: JsonValue | undefined,
  exact: boolean | undefined,
): boolean {
  const [one, other] = [sorted(expected), sorted(actual)];
  return matches(one, other) && (!exact || matches(other, one));
}

/** Whether there is nothing to do. */
function isSettled({ fields }: SetFields, current: KubeObject): boolean {
  const document = asJson(current);
  return fields.every(({ pointer, settled = [] }) =>
    settled.some(value => same(value, at(document, pointer), true)),
  );
}
