import type { ChangedValue } from '@ghostlight/plugin-runbooks-common';
import {
  addressOf,
  changedBy,
  type Pod,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { KubernetesAction } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';
import { Refusal } from '../action/Refusal';
import { say } from '../action/say';
import { findClient } from '../target/findPlace';
import { objectName, placeInput } from '../target/targetInput';
import { changePinned } from '../write/changePinned';
import { readAnnotated } from '../write/readAnnotated';
import type { Node } from './Node';

const pinned = z.object({
  cluster: z.string(),
  name: z.string(),
  uid: z.string(),
});

interface Input {
  cluster?: string;
  node: string;
}

/** Closes a node for new pods, or opens it again; those that are there stay. */
export function createCordon(
  close: boolean,
): KubernetesAction<Input, z.output<typeof pinned>> {
  const verb = close ? 'cordon' : 'uncordon';
  const other = close ? 'uncordon' : 'cordon';
  return {
    id: `kubernetes:${verb}`,
    title: close ? 'Cordon a node' : 'Uncordon a node',
    description: close
      ? 'Lets no new pods onto a node; those that are there stay'
      : 'Lets new pods onto a node again',
    input: z.strictObject({
      cluster: placeInput.cluster,
      node: objectName.describe('Name of the node'),
    }),
    pinned,
    reads: ['Nodes', 'Pods'],
    changes: ['Node'],
    reversible: true,

    async plan(input, call) {
      const client = findClient(input, call);
      const cluster = client.cluster.name;
      const { signal } = call;
      const title = titleOf('nodes', input.node);
      const { namespaces } = client.cluster;
      if (namespaces)
        throw Refusal.of(
          'not-all',
          `Only namespaces ${namespaces.join(
            ', ',
          )} of cluster ${cluster} may be touched, and nodes are of all`,
          { namespaces: namespaces.join(', '), cluster },
        );
      const [{ items: nodes }, { items: pods }] = await Promise.all([
        client.list<Node>(addressOf(kinds.nodes), { signal }),
        client.list<Pod>(addressOf(kinds.pods), {
          query: { fieldSelector: `spec.nodeName=${input.node}` },
          signal,
        }),
      ]);
      const node = nodes.find(({ metadata }) => metadata.name === input.node);
      if (!node)
        throw Refusal.of(
          'no-node',
          `${title} is not there in cluster ${cluster}`,
          { title, cluster },
        );
      const open = nodes.filter(({ spec }) => !spec?.unschedulable);
      const change: ChangedValue = {
        label: 'unschedulable',
        from: String(isClosed(node)),
        to: String(close),
      };
      return {
        client,
        target: `node/${input.node}`,
        title: close
          ? say(
              'cordon',
              `Let no new pods onto ${title} (${cluster}); ${pods.length} are there and stay`,
              { title, cluster, pods: pods.length },
            )
          : say('uncordon', `Let new pods onto ${title} (${cluster}) again`, {
              title,
              cluster,
            }),
        changes: [change],
        undo: close
          ? say('cordon-back', `Let new pods onto ${title} again`, { title })
          : say('uncordon-back', `Let no new pods onto ${title} again`, {
              title,
            }),
        share: 0,
        healthyShare: 1,
        refusals: [
          ...(isClosed(node) === close
            ? [
                close
                  ? say('cordoned', `${title} is cordoned already`, { title })
                  : say('uncordoned', `${title} is not cordoned`, { title }),
              ]
            : []),
          ...(close && open.length === 1 && open[0] === node
            ? [
                say(
                  'last-node',
                  `${title} is the last node of ${cluster} that takes pods`,
                  { title, cluster },
                ),
              ]
            : []),
        ],
        needs: [{ verb: 'patch', kind: 'nodes', name: input.node }],
        pinned: { cluster, name: input.node, uid: node.metadata.uid },
      };
    },

    write: (place, call) =>
      changePinned<Node>('nodes', place, call, node =>
        isClosed(node) === close
          ? {
              refuse: `${titleOf(
                'nodes',
                place.name,
              )} was ${verb}ed meanwhile by ${changedBy(node.metadata, [
                'spec',
                'unschedulable',
              ])}`,
            }
          : {
              patch: [{ op: 'add', path: '/spec/unschedulable', value: close }],
            },
      ),

    readBack: (place, call) => readAnnotated('nodes', place, call),

    undo: ({ cluster, name }) => ({
      action: `kubernetes:${other}`,
      input: { cluster, node: name },
    }),
  };
}

function isClosed({ spec }: Node): boolean {
  return spec?.unschedulable === true;
}
