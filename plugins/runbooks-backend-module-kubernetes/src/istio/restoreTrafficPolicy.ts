import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { KubernetesAction } from '../action/KubernetesAction';
import { titleOf } from '../action/kinds';
import { say } from '../action/say';
import { findClient, findNamespace } from '../target/findPlace';
import { objectName, placeInput } from '../target/targetInput';
import { readAnnotated } from '../write/readAnnotated';
import { setTrafficPolicy } from './setTrafficPolicy';

const policy = z.record(z.string(), z.json());

interface Restore {
  cluster: string;
  namespace: string;
  name: string;
  uid: string;
  from: JsonObject | null;
  to: JsonObject;
}

const schema = z.strictObject({
  cluster: placeInput.cluster.unwrap(),
  namespace: objectName,
  name: objectName,
  uid: z.string().max(100),
  from: policy.nullable().describe('As it was'),
  to: policy.describe('As it was made'),
});

/** Gives a DestinationRule the policy back that it had, unless somebody has changed it since. */
export const restoreTrafficPolicy: KubernetesAction<Restore, Restore> = {
  id: 'istio:restore-traffic-policy',
  title: 'Close the circuit again (Istio)',
  description: 'Gives a DestinationRule the policy back that it had before',
  input: schema,
  pinned: schema,
  reads: ['DestinationRule'],
  changes: ['DestinationRule'],
  reversible: false,

  async plan(input, call) {
    const client = findClient(input, call);
    const namespace = findNamespace(input, call, client);
    const { cluster, name } = input;
    const title = titleOf('destinationrules', name);
    return {
      client,
      target: `destinationrule/${namespace}/${name}`,
      title: say(
        'restore-traffic-policy',
        `Give ${title} in ${namespace} (${cluster}) its old policy back`,
        { title, namespace, cluster },
      ),
      changes: [
        {
          label: 'trafficPolicy',
          from: JSON.stringify(input.to),
          to: input.from ? JSON.stringify(input.from) : '(none)',
        },
      ],
      share: 0,
      refusals: [],
      needs: [{ verb: 'patch', kind: 'destinationrules', namespace, name }],
      pinned: input,
    };
  },

  write: (wanted, call) =>
    setTrafficPolicy(wanted, { from: wanted.to, to: wanted.from }, call),

  readBack: (wanted, call) => readAnnotated('destinationrules', wanted, call),
};
