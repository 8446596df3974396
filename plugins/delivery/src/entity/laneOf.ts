import type { Lane } from '@ghostlight/plugin-delivery-common';

const MAIN = ['production', 'prod', 'live'];

/** The lane that is asked for, else the one that users are in. */
export function laneOf(
  lanes: readonly Lane[],
  environment?: string,
): Lane | undefined {
  return (
    lanes.find(lane => lane.environment === environment) ??
    lanes.find(lane => MAIN.includes(lane.environment)) ??
    lanes[0]
  );
}
