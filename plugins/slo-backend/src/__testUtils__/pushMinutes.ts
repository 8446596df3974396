import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  PushResult,
  Sample,
  SloClient,
} from '@ghostlight/plugin-slo-common';

/** Header of a job that pushes. */
export const jobHeader = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:job'),
  targetPluginId: 'slo',
});

/** The minute that ended so many minutes ago, as the API takes it. */
export function minuteAgo(minutes: number): string {
  const now = Math.floor(Date.now() / 60_000);
  return new Date((now - minutes) * 60_000).toISOString();
}

/** 1000 events in each of the last minutes, a share of them bad. */
export function lastMinutes(
  ref: string,
  options: { minutes?: number; bad?: number; skip?: number } = {},
): Sample[] {
  const { minutes = 60, bad = 0, skip = 0 } = options;
  return Array.from({ length: minutes }, (_, i) => ({
    ref,
    minute: minuteAgo(minutes - i + skip),
    good: 1000 * (1 - bad),
    total: 1000,
  }));
}

/** Pushes samples and answers with what became of them. */
export async function push(
  client: SloClient,
  samples: Sample[],
): Promise<PushResult> {
  const { data } = await client.POST('/v1/samples', { body: { samples } });
  return data!;
}
