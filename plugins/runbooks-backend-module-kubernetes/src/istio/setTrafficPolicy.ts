import { isDeepStrictEqual } from 'node:util';
import type { JsonObject, JsonValue } from '@backstage/types';
import { changedBy } from '@ghostlight/reliability-kubernetes';
import type { WriteCall } from '../action/KubernetesAction';
import { titleOf } from '../action/kinds';
import { changePinned } from '../write/changePinned';
import type { DestinationRule } from './findHost';

const pointer = '/spec/trafficPolicy';

/** Puts one traffic policy in the place of another, if that is still there. Null is none. */
export function setTrafficPolicy(
  place: { cluster: string; namespace: string; name: string; uid: string },
  { from, to }: { from: JsonObject | null; to: JsonObject | null },
  call: WriteCall,
) {
  return changePinned<DestinationRule>(
    'destinationrules',
    place,
    call,
    ({ metadata, spec }) => {
      const current: JsonValue = spec?.trafficPolicy ?? null;
      if (!isDeepStrictEqual(current, from))
        return {
          refuse: `${titleOf(
            'destinationrules',
            place.name,
          )} was changed meanwhile by ${changedBy(metadata, [
            'spec',
            'trafficPolicy',
          ])}`,
        };
      if (to === null) return { patch: [{ op: 'remove', path: pointer }] };
      return { patch: [{ op: 'add', path: pointer, value: to }] };
    },
  );
}
